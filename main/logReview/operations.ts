import { chainChecks } from '../accessLog/service.ts'
import type { Operations } from '../context/handlers.ts'
import type { logReviewContract } from '../contract/logReview.ts'
import { addToReview, beginReview, breakOffReview, decide, getReview, listReviews, signReview } from './service.ts'

/** The review of the access log. */
export const logReviewOperations: Operations<typeof logReviewContract> = {
  'logReview.list': listReviews,
  'logReview.get': getReview,
  'logReview.begin': (context, input) => beginReview(context, input, chainChecks(context)),
  'logReview.decide': decide,
  'logReview.sign': signReview,
  'logReview.breakOff': breakOffReview,
  'logReview.add': addToReview,
}
