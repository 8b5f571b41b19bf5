import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'

/** Prints the page as it stands, by the system's own dialog; `onPrint` where something must be fetched first. */
export function PrintPageButton({ onPrint = () => window.print() }: { onPrint?(): void }) {
  return (
    <Button variant="default" leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />} onClick={onPrint}>
      Skriv ut
    </Button>
  )
}
