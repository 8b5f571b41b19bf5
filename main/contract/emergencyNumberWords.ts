/** Where the unit has no number of its own: what to do about it. */
export const NO_OWN_NUMBERS =
  'Enheten har inte lagt in egna nummer. Administratören gör det under Inställningar, Nödnummer: jouren, beroendemottagningen, socialjouren.'
