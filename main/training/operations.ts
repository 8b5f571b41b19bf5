import type { Operations } from '../context/handlers.ts'
import type { trainingContract } from '../contract/training.ts'
import {
  addToTraining,
  craStaff,
  ownTraining,
  sessionsNotOffered,
  takeBackFromTraining,
  trainingMethods,
  trainingRegister,
} from './service.ts'

/** What the staff are trained in. */
export const trainingOperations: Operations<typeof trainingContract> = {
  'training.methods': trainingMethods,
  'training.own': ownTraining,
  'training.register': trainingRegister,
  'training.notOffered': sessionsNotOffered,
  'training.craStaff': craStaff,
  'training.add': addToTraining,
  'training.takeBack': takeBackFromTraining,
}
