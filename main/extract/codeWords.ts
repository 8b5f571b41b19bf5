import { chainEventWords } from '../contract/careChainWords.ts'
import { numberKindWords, sexWords } from '../contract/clientWords.ts'
import { consentKindWords, consentMannerWords, shortConsentPartWords } from '../contract/consentWords.ts'
import { attainmentWords, goalChangeWords, goalStatusWords, lifeAreaWords } from '../contract/goalWords.ts'
import { directionWords } from '../contract/handoverWords.ts'
import { clientDetailWords, earlierNumberWords, yesOrNoWords } from '../contract/identityWords.ts'
import { mistakeReasonWords } from '../contract/mistakeWords.ts'
import { offerAnswerWords, offeredWords, offerMannerWords } from '../contract/offerWords.ts'
import { outcomeWords } from '../contract/planWords.ts'
import { recordWords } from '../contract/recordWords.ts'
import { remarkKindWords } from '../contract/remarkWords.ts'
import { secrecyBranchWords } from '../contract/secrecyWords.ts'
import {
  attendanceWords,
  companionWords,
  extentWords,
  homeworkDoneWords,
  settingWords,
} from '../contract/sessionWords.ts'
import { unitKindWords } from '../contract/unitWords.ts'

const TRUE_OR_FALSE = { true: yesOrNoWords.yes, false: yesOrNoWords.no }
const DETAIL_WORDS = { ...sexWords, ...yesOrNoWords }

/** What a stored code says, by column – or, within stored JSON, by key. */
export const CODE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  about_kind: { ...recordWords, slot: 'Tid i planen', absence: 'Frånvaro', details: 'Uppgifter om klienten' },
  answer: offerAnswerWords,
  area: lifeAreaWords,
  attendance: attendanceWords,
  became: DETAIL_WORDS,
  booked: TRUE_OR_FALSE,
  branch: secrecyBranchWords,
  detail: clientDetailWords,
  direction: directionWords,
  done: { ...homeworkDoneWords, ...TRUE_OR_FALSE },
  earlierNumber: earlierNumberWords,
  extent: extentWords,
  homeworkReviewed: homeworkDoneWords,
  kind: { ...chainEventWords, ...consentKindWords, ...goalChangeWords, ...remarkKindWords },
  level: attainmentWords,
  manner: { ...offerMannerWords, ...consentMannerWords },
  numberKind: numberKindWords,
  number_kind: numberKindWords,
  offered: offeredWords,
  outcome: outcomeWords,
  parts: shortConsentPartWords,
  present: companionWords,
  protectedIdentity: TRUE_OR_FALSE,
  protected_identity: { 0: yesOrNoWords.no, 1: yesOrNoWords.yes },
  reason: mistakeReasonWords,
  receiverKind: unitKindWords,
  setting: settingWords,
  sex: sexWords,
  status: goalStatusWords,
  unitKind: unitKindWords,
  was: DETAIL_WORDS,
}
