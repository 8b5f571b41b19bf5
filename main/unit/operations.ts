import { allUnits } from '../../db/repositories/unit.ts'
import type { Handlers } from '../context/handlers.ts'
import {
  authorityOf,
  carryOutRemoval,
  decideRetention,
  dueRecords,
  protocolOfRetention,
  setAuthority,
} from '../retention/service.ts'
import {
  addToTraining,
  craStaff,
  ownTraining,
  sessionsNotOffered,
  takeBackFromTraining,
  trainingMethods,
  trainingRegister,
} from '../training/service.ts'
import { addUnit, listsToChooseFrom } from './service.ts'

/** What the unit keeps in order beside the care: its lists, what is kept and removed, and what its staff are trained in. */
export const unitOperations = {
  'unit.list': ({ db }) => allUnits(db),
  'unit.lists': listsToChooseFrom,
  'unit.add': addUnit,
  'retention.authority': authorityOf,
  'retention.setAuthority': setAuthority,
  'retention.due': dueRecords,
  'retention.decide': decideRetention,
  'retention.carryOut': carryOutRemoval,
  'retention.protocol': protocolOfRetention,
  'training.methods': trainingMethods,
  'training.own': ownTraining,
  'training.register': trainingRegister,
  'training.notOffered': sessionsNotOffered,
  'training.craStaff': craStaff,
  'training.add': addToTraining,
  'training.takeBack': takeBackFromTraining,
} satisfies Partial<Handlers>
