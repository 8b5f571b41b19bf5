import { useState } from 'react'
import { AcceptPackage } from './acceptPackage.tsx'
import { type OpenedPackage, OpenPackage } from './openPackage.tsx'

/** Receiving in two screens: the file and its words, then what is in it and the read-back that accepts it. */
export function ReceiveHandoverScreen() {
  const [opened, setOpened] = useState<OpenedPackage>()
  if (opened === undefined) return <OpenPackage onOpened={setOpened} />
  return <AcceptPackage {...opened} onBack={() => setOpened(undefined)} />
}
