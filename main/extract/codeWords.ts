const RECORD_WORDS = {
  ...{
    session: 'Träff',
    goal: 'Mål',
    plan: 'Planen',
    offer: 'Erbjudande',
    worksheet: 'Arbetsblad',
    consent: 'Samtycke',
  },
  ...{ chainEvent: 'Händelse', handover: 'Överlämning', remark: 'Tillägg' },
} as const

const NUMBER_KIND_WORDS = {
  ...{ personalIdentityNumber: 'Personnummer', coordinationNumber: 'Samordningsnummer', none: 'Inget' },
} as const

const DETAIL_WORDS = { woman: 'Kvinna', man: 'Man', yes: 'Ja', no: 'Nej' } as const

/** What a stored code says, by column – or, within stored JSON, by key. */
export const CODE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  about_kind: RECORD_WORDS,
  branch: { socialServices: 'Socialtjänst', healthCare: 'Hälso- och sjukvård' },
  number_kind: NUMBER_KIND_WORDS,
  detail: {
    ...{ name: 'Namn', number: 'Nummer', caseNumber: 'Ärendenummer', sex: 'Kön', homeMunicipality: 'Hemkommun' },
    ...{ protectedIdentity: 'Skyddade personuppgifter', diedOn: 'Avliden', mergedWith: 'Sammanfogad med' },
  },
  numberKind: NUMBER_KIND_WORDS,
  protectedIdentity: { false: 'Nej', true: 'Ja' },
  was: DETAIL_WORDS,
  became: DETAIL_WORDS,
  sex: { woman: 'Kvinna', man: 'Man' },
  protected_identity: { 0: 'Nej', 1: 'Ja' },
  kind: {
    ...{ absconded: 'Avviken', inCustody: 'Häkte eller anstalt', agreementMeeting: 'Överenskommelsemöte' },
    ...{ consultation: 'Samråd', carePlan: 'Plan för fortsatt vård', other: 'Annat' },
    ...{ addition: 'Tillägg', disagreement: 'Avvikande uppfattning', informed: 'Klienten har fått läsa' },
    ...{ waiver: 'Att sekretessen hävs', coordinatedPlan: 'En samordnad individuell plan (SIP)' },
    ...{ worded: 'Formulerat', step: 'Ett steg', status: 'Läge', review: 'Uppföljning' },
  },
  offered: { careChain: 'Vårdkedjan', cra: 'CRA' },
  answer: {
    ...{ yes: 'Ja', onTrial: 'Ja, på prov', wait: 'Vill vänta', no: 'Nej' },
    ...{ cannotDecide: 'Kan inte ta ställning', notOffered: 'Ej erbjuden' },
  },
  manner: {
    ...{
      meeting: 'Vid ett möte',
      telephone: 'På telefon',
      letter: 'I brev',
      inWriting: 'Skriftligt',
      orally: 'Muntligt',
    },
  },
  outcome: {
    ...{ held: 'Genomförd', partlyHeld: 'Genomförd delvis', declined: 'Erbjuden – tackade nej' },
    ...{ noShow: 'Erbjuden – uteblev', cancelledByUs: 'Inställd av oss', notOffered: 'Ej erbjuden' },
  },
  setting: {
    ...{ locked: 'LVM-hem', section27: '§ 27-vård', municipality: 'Kommunens lokal', home: 'Hemma eller ute' },
    telephone: 'Telefon eller video',
  },
  attendance: { whole: 'Hela tiden', late: 'Kom sent', leftEarly: 'Gick tidigare' },
  present: {
    ...{
      relative: 'närstående',
      contactPerson: 'kontaktperson',
      coordinator: 'samordnare',
      socialWorker: 'socialsekreterare',
    },
    ...{ nextTherapist: 'nästa behandlare', interpreter: 'tolk', other: 'någon annan' },
  },
  extent: { whole: 'Hela', part: 'Delvis' },
  done: { yes: 'Ja', partly: 'Delvis', no: 'Nej', true: 'Ja', false: 'Nej' },
  direction: { out: 'Till', in: 'Från' },
  booked: { true: 'Ja', false: 'Nej' },
  parts: {
    ...{ sessions: 'träffar', notes: 'anteckningar', goals: 'mål', worksheets: 'arbetsblad', offers: 'erbjudanden' },
  },
  status: { notStarted: 'Inte påbörjat', underWay: 'På väg', reached: 'Nått', changed: 'Ändrat', ended: 'Avslutat' },
  area: {
    ...{ alcoholAndDrugs: 'Alkohol och droger', housing: 'Boende', work: 'Arbete och studier', money: 'Pengar' },
    ...{
      leisure: 'Fritid',
      friends: 'Vänner',
      family: 'Familj',
      health: 'Hälsa',
      feelings: 'Känslor',
      habits: 'Vanor',
    },
    ...{ authorities: 'Myndigheter', wholeLife: 'Livet som helhet' },
  },
}

/** What a key within stored JSON is called. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  ...{
    kind: 'Vad',
    words: 'Med egna ord',
    area: 'Område',
    wording: 'Formulering',
    obstacle: 'Hinder',
    plan: 'Då gör jag',
  },
  ...{ levels: 'Nivåer', reviewOn: 'Följs upp', steps: 'Steg', what: 'Vad', by: 'Senast', who: 'Vem', done: 'Gjort' },
  ...{ name: 'Namn', number: 'Nummer', numberKind: 'Slag av nummer', caseNumber: 'Ärendenummer', sex: 'Kön' },
  ...{
    homeMunicipality: 'Hemkommun',
    protectedIdentity: 'Skyddade personuppgifter',
    therapistId: 'Ansvarig behandlare',
  },
  ...{ coordinator: 'Samordnare', coordinatorId: 'Samordnare här', addedOn: 'Inlagd', diedOn: 'Avliden' },
  ...{ plannedOn: 'Planerad', plannedAt: 'Klockslag', plannedWhere: 'Plats', plannedWith: 'Med' },
  ...{ offerAgainOn: 'Erbjuds på nytt', unitId: 'Hos', sinceOn: 'Sedan' },
  ...{ detail: 'Uppgift', was: 'Var', became: 'Blev' },
  ...{ status: 'Läge', whatHelped: 'Vad som hjälpte', level: 'Hur långt, −2 till +2', comment: 'Egna ord' },
  ...{ situation: 'Läget', next: 'Nästa steg', watchFor: 'Att se upp med', clientWords: 'Egna ord' },
  ...{
    booked: 'Bokad',
    withWhom: 'Med vem',
    where: 'Var',
    on: 'Dag',
    at: 'Tid',
    reason: 'Skäl',
    step: 'Steg',
    minutes: 'Minuter',
  },
}
