import type { DecisionKind, ReviewReason } from './logReview.ts'

/** Why something is shown in a review, and what it may and may not say. */
export const reviewReasonWords: Record<ReviewReason, { title: string; about: string }> = {
  sample: { title: 'Stickprov', about: 'Draget av slumpen. Ett tillfälle är en användare, en klient, en dag.' },
  breakGlass: {
    title: 'Nödåtkomst',
    about: 'Någon öppnade en annans klient, med skäl. Behandlaren har fått veta det.',
  },
  sameSurname: {
    title: 'Samma efternamn',
    about:
      'Användaren och klienten har samma efternamn. Arton vet inte om de är släkt, och ser inte släktskap där namnen skiljer sig.',
  },
  tookOver: {
    title: 'Gav sig själv en klient',
    about: 'Användaren gjorde sig själv till behandlare eller samordnare. Den som hade klienten har fått veta det.',
  },
  notOwn: {
    title: 'Inte egen klient',
    about: 'Användaren var inte klientens behandlare eller samordnare den gången.',
  },
  manyClients: { title: 'Många klienter på kort tid', about: 'Den timme då flest olika klienter öppnades.' },
  manySearches: {
    title: 'Många sökningar',
    about: 'Många sökningar en dag som visade andras klienter. Posterna visar vilka klienter som kom upp.',
  },
  accessRenewed: {
    title: 'Nya ord till en användare',
    about:
      'Den som har de tillfälliga orden kan komma in som användaren. Fråga användaren om orden kom fram till rätt person. Posterna visar bytet, den första upplåsningen och den första läsningen därefter.',
  },
  oddHours: { title: 'Ovanlig tid', about: 'Utanför de ordinarie tiderna. Jour och kvällspass är vanliga skäl.' },
  failedUnlocks: {
    title: 'Fel lösenfras',
    about:
      'Flera fel samma dag, eller en lösenfras som öppnar för någon annan. Utan namn vet Arton inte vem som försökte; med namn är det den som var inne.',
  },
}

/** What is decided about what was shown. */
export const decisionWords: Record<DecisionKind, string> = {
  noRemark: 'Utan anmärkning',
  askUser: 'Fråga användaren',
  report: 'Anmäl vidare',
}
