import { createContext, useContext } from 'react'

export const TodayContext = createContext('')

/** The day the app lives in: the core's, not the window's. */
export const useToday = () => useContext(TodayContext)
