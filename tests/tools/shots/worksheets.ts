import type { DemoBinder } from '../../demo/demo.ts'
import { type Camera, heading } from './camera.ts'

/** Worksheets to fill in, and what was filled in before: as a list, as curves and side by side. */
export async function shootWorksheets({ page, at, shoot, shootPrint }: Camera, { shown }: DemoBinder) {
  for (const [name, form] of [
    ['28-satisfaction', 'satisfactionScale'],
    ['29-risk-map', 'riskMap'],
    ['30-stop-card', 'stopCard'],
  ] as const) {
    await at(`/client/${shown.todaysSession}/form/${form}`)
    await page.getByRole('button', { name: 'Fortsätt senare' }).waitFor()
    await shoot(name)
    await shootPrint(`form-${form}`)
  }
  for (const [name, path] of [
    ['32-scale-history', `/client/${shown.manyScales}/form/satisfactionScale/history`],
    ['33-scale-compare', `/client/${shown.manyScales}/form/satisfactionScale/compare`],
    ['34-sheets', `/client/${shown.todaysSession}/forms`],
    ['35-risk-map-history', `/client/${shown.todaysSession}/form/riskMap/history`],
    ['36-risk-map-compare', `/client/${shown.todaysSession}/form/riskMap/compare`],
  ] as const) {
    await at(path)
    await heading(page, /Tillfredsskalan|Blad och övningar|Riskkarta/)
    await shoot(name)
    if (name !== '34-sheets') await shootPrint(name.slice(3))
  }
}
