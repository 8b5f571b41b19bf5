import { Button, Radio, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { folded } from '../../main/contract/folding.ts'
import { clientDetailWords } from '../../main/contract/identityWords.ts'
import type { Comparison, MergeDetail } from '../../main/contract/merge.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { detailValue } from '../identity/detailValue.ts'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { LineField } from '../ui/textFields.tsx'

type Side = 'kept' | 'other'
type MergeDraft = { chosen: Partial<Record<MergeDetail, Side>>; reason: string }
type Differing = Comparison['differing'][number]

/** Nothing is chosen away that only one has; and who is protected in one is protected. */
function usualSide({ detail, kept, other }: Differing): Side {
  return kept === '' || (detail === 'protectedIdentity' && other === 'yes') ? 'other' : 'kept'
}

/**
 * Which details stay, why, and the other's reference written by hand: then two become one. The reference confirms, and
 * is written anew each time; the rest is kept as a draft.
 */
export function MergeForm({ both: { kept, other, differing } }: { both: Comparison }) {
  const [, go] = useLocation()
  const merge = useCommand('client.merge')
  const draft = useDraft<MergeDraft>(kept.client.id, `merge:${other.client.id}`, () => ({ chosen: {}, reason: '' }))
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  if (draft === undefined) return null
  const { chosen, reason } = draft.value
  const sideOf = (each: Differing) => chosen[each.detail] ?? usualSide(each)
  const isReferenceRight = folded(reference) === folded(other.reference)

  function choose(detail: MergeDetail, side: Side) {
    draft?.set(now => ({ ...now, chosen: { ...now.chosen, [detail]: side } }))
  }

  function submit() {
    setTried(true)
    if (reason.trim() === '' || !isReferenceRight) return
    const take = differing.filter(each => sideOf(each) === 'other').map(each => each.detail)
    merge.mutate(
      { clientId: kept.client.id, otherId: other.client.id, take, reason, reference },
      {
        onSuccess: ({ moved }) => {
          void draft?.discard()
          notifications.show({
            message: `Sammanfogade: ${moved} uppgifter kom från ${other.reference}. Protokollet finns här.`,
          })
          go(`/client/${kept.client.id}/history`)
        },
      },
    )
  }

  return (
    <Form className="stack" noValidate onSave={submit}>
      {differing.length > 0 && (
        <DifferingDetails
          differing={differing}
          isProtected={kept.client.protectedIdentity || other.client.protectedIdentity}
          sideOf={sideOf}
          onChoose={choose}
        />
      )}
      <Section title="Bekräfta">
        <div className="card stack">
          <p>
            Allt om {other.reference} blir {kept.reference}s: träffar, mål, blad, erbjudanden, vårdkedja och samtycken.
            Det som är signerat ändras inte med ett ord. <strong>Det går inte att ångra.</strong> Ett protokoll sparas.
          </p>
          <ConfirmFields
            otherReference={other.reference}
            reason={reason}
            reference={reference}
            tried={tried}
            onReason={typed => draft.set(now => ({ ...now, reason: typed }))}
            onReference={setReference}
          />
          <ErrorNotice error={merge.error} />
          <div className="form-buttons">
            <SavedAt draft={draft} />
            <Button variant="default" onClick={() => go(`/client/${kept.client.id}`)}>
              Stäng
            </Button>
            <Button type="submit" color="red" loading={merge.isPending}>
              Slå ihop för alltid
            </Button>
          </div>
        </div>
      </Section>
    </Form>
  )
}

type DifferingDetailsProps = {
  differing: readonly Differing[]
  /** One of the two has a protected identity: the names are shown when the user asks for them. */
  isProtected: boolean
  sideOf(each: Differing): Side
  onChoose(detail: MergeDetail, side: Side): void
}

function DifferingDetails({ differing, isProtected, sideOf, onChoose }: DifferingDetailsProps) {
  const [showsNames, setShowsNames] = useState(false)
  const words = (each: Differing, side: Side) => detailValue(each.detail, each[side], dayAndYear)
  return (
    <Section title="Uppgifter som skiljer sig">
      <div className="card stack">
        <p className="small soft">
          Välj vad som ska stå. Det andra finns kvar under Tidigare uppgifter, och båda numren hittar klienten.
        </p>
        {differing.map(each =>
          each.detail === 'name' && isProtected && !showsNames ? (
            <p key={each.detail} className="spread">
              <span>Namnen skiljer sig. Minst en har skyddade personuppgifter.</span>
              <Button size="compact-sm" variant="default" onClick={() => setShowsNames(true)}>
                Visa namnen
              </Button>
            </p>
          ) : (
            <Radio.Group
              key={each.detail}
              label={clientDetailWords[each.detail]}
              value={sideOf(each)}
              onChange={side => onChoose(each.detail, side as Side)}
            >
              <div className="form-grid">
                <Radio value="kept" label={words(each, 'kept')} />
                <Radio value="other" label={words(each, 'other')} />
              </div>
            </Radio.Group>
          ),
        )}
      </div>
    </Section>
  )
}

type ConfirmFieldsProps = {
  otherReference: string
  reason: string
  reference: string
  tried: boolean
  onReason(words: string): void
  onReference(words: string): void
}

/** Why the two are one, and the reference of the one that goes, written by hand. */
function ConfirmFields(props: ConfirmFieldsProps) {
  const { otherReference, reason, reference, tried, onReason, onReference } = props
  return (
    <>
      <LineField
        longest={longestOf('client.merge', 'reason')}
        label="Varför"
        description="Hur du vet att det är samma person."
        required
        value={reason}
        error={tried && reason.trim() === '' && 'Skriv hur du vet att det är samma person.'}
        onChange={event => onReason(event.currentTarget.value)}
      />
      <TextInput
        label={`Skriv ${otherReference}`}
        autoComplete="off"
        value={reference}
        error={tried && folded(reference) !== folded(otherReference) && 'Skriv precis som det står.'}
        onChange={event => onReference(event.currentTarget.value)}
      />
    </>
  )
}
