/** Days that a text which was let go, or lost a choice, stays within its writer's reach. */
export const EARLIER_DRAFT_DAYS = 30
