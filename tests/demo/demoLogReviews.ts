import type { Ask } from '../support/invented.ts'
import type { DemoEvent } from './demoSessions.ts'

/** The unit's reviews of its access log, on the first Friday after each month. */
export const DEMO_LOG_REVIEWS: readonly DemoEvent[] = [
  { on: '2026-10-02', at: '13:00', run: ask => review(ask, '2026-09-30', 'Inget att anmärka.') },
  {
    on: '2026-11-06',
    at: '13:00',
    run: ask => review(ask, '2026-10-31', 'En fråga om ett tillfälle. Svaret skrivs som tillägg.', 'Vad var ärendet?'),
  },
]

/** Signed the same day; with a question about the first item where there is one. */
async function review(ask: Ask, toOn: string, summary: string, question?: string): Promise<void> {
  const { next } = await ask('logReview.list', {})
  const settings = { ...next.settings, sampleSize: 8 }
  const { reviewId } = await ask('logReview.begin', { fromOn: next.fromOn, toOn, settings })
  const { content } = await ask('logReview.get', { reviewId })
  for (const [nth, { key }] of content.items.entries()) {
    const asks = nth === 0 && question !== undefined
    await ask('logReview.decide', {
      reviewId,
      key,
      decision: asks ? 'askUser' : 'noRemark',
      words: asks ? question : '',
    })
  }
  await ask('logReview.sign', { reviewId, words: summary })
  if (question !== undefined)
    await ask('logReview.add', { reviewId, words: 'Klienten ringde om en tid. Inget mer att fråga om.' })
}
