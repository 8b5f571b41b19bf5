import { refuse } from '../contract/errors.ts'
import type { Printed } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { bookParts } from './bookContent.ts'
import { chapterContent } from './chapterContent.ts'
import { fileName } from './fileName.ts'
import { fitForm } from './fitForm.ts'
import { eyebrowOf } from './formOrder.ts'
import { pagePart } from './pageContent.ts'
import type { Part } from './pageFrame.ts'
import { readingPart } from './readingPart.ts'
import { sheetParts } from './sheetContent.ts'
import type { Typesetter } from './typesetter.ts'

export type PrintPlan = { readonly fileName: string; readonly title: string; readonly parts: readonly Part[] }

/** What stands on which pages, and what the file is called. */
export async function planOf(manual: Manual, what: Printed, typesetter: Typesetter): Promise<PrintPlan> {
  const { title, version } = manual.version
  switch (what.what) {
    case 'book':
      return { fileName: fileName('manualen', version), title, parts: await bookParts(manual, typesetter) }
    case 'chapter': {
      const chapter = chapterIn(manual, what.session)
      return {
        fileName: fileName('kapitel', twoDigits(what.session), chapter.title),
        title: `${chapter.session}. ${chapter.title}`,
        parts: [await readingPart(size => chapterContent(manual, chapter, { size, linked: false }), typesetter)],
      }
    }
    case 'sheet': {
      const chapter = chapterIn(manual, what.session)
      const form = chapter.sheetForm === undefined ? undefined : manual.forms.get(chapter.sheetForm)
      const printed = form && { form, place: { eyebrow: eyebrowOf(manual, form.id) } }
      return {
        fileName: fileName('klientblad', twoDigits(what.session)),
        title: chapter.sheetTitle,
        parts: await sheetParts(chapter, printed, typesetter),
      }
    }
    case 'form': {
      const form = manual.forms.get(what.id) ?? refuse('not-found')
      const part = await fitForm(form, { eyebrow: eyebrowOf(manual, form.id) }, typesetter, false)
      return { fileName: fileName(form.title), title: form.title, parts: [part] }
    }
    case 'page': {
      const page = manual.pages.find(each => each.id === what.id) ?? refuse('not-found')
      return { fileName: fileName(page.title), title: page.title, parts: [await pagePart(page, false, typesetter)] }
    }
  }
}

function chapterIn(manual: Manual, session: number) {
  return manual.chapters.find(each => each.session === session) ?? refuse('not-found')
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
