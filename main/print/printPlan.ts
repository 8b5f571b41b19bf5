import { refuse } from '../contract/errors.ts'
import type { Printed } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { bookParts } from './bookContent.ts'
import { chapterContent } from './chapterContent.ts'
import { fileName } from './fileName.ts'
import { fitForm, type Measure } from './fitForm.ts'
import { eyebrowOf } from './formOrder.ts'
import { pagePart } from './pageContent.ts'
import type { Part } from './pageFrame.ts'
import { sheetParts } from './sheetContent.ts'

export type PrintPlan = { readonly fileName: string; readonly title: string; readonly parts: readonly Part[] }

/** What stands on which pages, and what the file is called. */
export async function planOf(manual: Manual, what: Printed, measure: Measure): Promise<PrintPlan> {
  const { title, version } = manual.version
  switch (what.what) {
    case 'book':
      return { fileName: fileName('manualen', version), title, parts: await bookParts(manual, measure) }
    case 'chapter': {
      const chapter = chapterIn(manual, what.session)
      return {
        fileName: fileName('kapitel', twoDigits(what.session), chapter.title),
        title: `${chapter.session}. ${chapter.title}`,
        parts: [{ frame: 'reading', content: chapterContent(manual, chapter, false) }],
      }
    }
    case 'sheet': {
      const chapter = chapterIn(manual, what.session)
      const form = chapter.sheetForm === undefined ? undefined : manual.forms.get(chapter.sheetForm)
      const printed = form && { form, place: { eyebrow: eyebrowOf(manual, form.id) } }
      return {
        fileName: fileName('klientblad', twoDigits(what.session)),
        title: chapter.sheetTitle,
        parts: await sheetParts(chapter, printed, measure),
      }
    }
    case 'form': {
      const form = manual.forms.get(what.id) ?? refuse('not-found')
      const part = await fitForm(form, { eyebrow: eyebrowOf(manual, form.id) }, measure, false)
      return { fileName: fileName(form.title), title: form.title, parts: [part] }
    }
    case 'page': {
      const page = manual.pages.find(each => each.id === what.id) ?? refuse('not-found')
      return { fileName: fileName(page.title), title: page.title, parts: [await pagePart(page, false, measure)] }
    }
  }
}

function chapterIn(manual: Manual, session: number) {
  return manual.chapters.find(each => each.session === session) ?? refuse('not-found')
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
