import type { ChainEventKind } from './careChain.ts'

/** What happens in the care chain between the stays. */
export const chainEventWords: Record<ChainEventKind, string> = {
  absconded: 'Avviken',
  inCustody: 'Häkte eller anstalt',
  agreementMeeting: 'Möte om överenskommelsen',
  consultation: 'Samråd',
  carePlan: 'Plan för fortsatt vård',
  other: 'Annan dag',
}
