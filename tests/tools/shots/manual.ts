import { type Camera, heading } from './camera.ts'

/** The manual on the screen and on paper. */
export async function shootManual({ page, at, shoot, shootFile }: Camera) {
  const button = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await at('/manual')
  await heading(page, 'Manualen')
  await shoot('50-manual')
  await at('/manual/chapter/9')
  await page.getByRole('heading', { name: 'Inför träffen' }).waitFor()
  await shoot('51-chapter')
  await shootFile('chapter', () => button('Kapitlet'))
  await shootFile('client-sheet', () => button('Klientblad'))
  await at('/manual/page/whatIsCra')
  await heading(page, /CRA/)
  await shoot('52-page')
  await shootFile('page', () => button('Skriv ut'))
  await at('/manual/form/everydayCheck')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot('53-form')
  await shootFile('empty-form', () => button('Skriv ut'))
  await at('/manual/form/stopCard')
  await heading(page, /stopp/i)
  await shootFile('empty-stop-card', () => button('Skriv ut'))
  await at('/manual')
  await heading(page, 'Manualen')
  await shootFile('book', () => button('Hela manualen'))
}
