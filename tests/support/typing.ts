import { expect, type Page, test } from '@playwright/test'
import { newClient } from './people.ts'
import { type Ask, NEW_BINDER, PASSPHRASE } from './readyToSeal.ts'

/** What a therapist might write, over and over. */
const SENTENCE = 'Hon kom i tid och hade med sig kartan. Vi gick igenom veckan, dag för dag. '

/** Milliseconds of typing that a kill may cost. Source: product.md section 8. */
const MOST_LOST = 2_000

/** A key that has been pressed: the letter, and when it was surely in the field. */
type Pressed = { readonly letter: string; readonly at: number }

/** A binder with one client whose first session is yet to be held. */
export async function clientToMeet(
  ask: Ask,
): Promise<{ clientId: string; slotId: string; draft: { clientId: string; place: string; writer: string } }> {
  await ask('binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient())
  const slotId = (await ask('plan.ofClient', { clientId }))[0]?.id ?? ''
  return {
    clientId,
    slotId,
    draft: { clientId, place: `session:${slotId}`, writer: (await ask('user.me', {})).user.id },
  }
}

export const noteOn = (page: Page) => page.getByLabel('Anteckning', { exact: true })

/** What stands in the note from the start: from its first word on it is the therapist's own. */
export const BEGUN = 'Träff 1. '

/** Goes to the last page of the session, where the note has just been begun and has the focus. */
export async function goToNote(page: Page, { clientId, slotId }: { clientId: string; slotId: string }): Promise<void> {
  await page.evaluate(hash => window.location.assign(hash), `#/client/${clientId}/session/${slotId}`)
  await page
    .getByRole('button', { name: /^Avsluta/ })
    .first()
    .click()
  await noteOn(page).fill(BEGUN)
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
}

/** A program that can be killed, started anew on the same binder, and looked at. */
export type Killable = {
  /** The page that shows it now. */
  page(): Page
  /** Ends it as a power cut does, at once, and waits until it is gone. */
  kill(): Promise<void>
  /** Starts it on the same binder and shows its first screen. */
  startAgain(): Promise<void>
}

/**
 * Kills the program while someone types in the note, so many times at moments that chance chooses, and unlocks it
 * again. Each time the same field has the focus, and holds all that was typed but for the last two seconds at most.
 */
export async function killWhileTyping(program: Killable, kills: number, chance: () => number): Promise<void> {
  let kept = BEGUN
  let longest = 0
  for (let kill = 1; kill <= kills; kill++) {
    const pressed: Pressed[] = []
    const typing = type(program.page(), kept.length, pressed)
    await program.page().waitForTimeout(600 + 2_800 * chance())
    const killedAt = Date.now()
    await program.kill()
    typing.stop()
    await typing.done

    await program.startAgain()
    await unlock(program.page())
    await expect(noteOn(program.page()), 'the field one was in').toBeFocused({ timeout: 30_000 })
    const stored = await noteOn(program.page()).inputValue()
    expect(kept + pressed.map(each => each.letter).join(''), 'letter by letter what was typed').toContain(stored)
    expect(stored.startsWith(kept), 'what was there before').toBe(true)
    const lost = killedAt - (pressed[stored.length - kept.length]?.at ?? killedAt)
    expect(lost, `milliseconds of typing lost at kill ${kill}`).toBeLessThanOrEqual(MOST_LOST)
    longest = Math.max(longest, lost)
    kept = stored
  }
  const measured = `${kills} kills, ${kept.length - BEGUN.length} letters kept, at most ${longest} ms of typing lost`
  test.info().annotations.push({ type: 'measured', description: measured })
  console.log(`    ${measured}`)
}

/** Types at the pace of a person, some ten letters a second, wherever the focus is, from letter `from` of the sentence on. */
function type(page: Page, from: number, pressed: Pressed[]): { stop(): void; done: Promise<void> } {
  let going = true
  async function go(): Promise<void> {
    while (going) {
      const letter = SENTENCE[(from + pressed.length) % SENTENCE.length] ?? ' '
      await page.keyboard.type(letter)
      pressed.push({ letter, at: Date.now() })
      await page.waitForTimeout(70)
    }
  }
  return {
    stop: () => {
      going = false
    },
    done: go().catch(() => {}), // the page may go in the middle of a key
  }
}
