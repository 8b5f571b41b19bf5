import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'

/** Prints the page as it stands. */
export function PrintButton({ disabled = false }: { disabled?: boolean }) {
  return (
    <Button
      variant="default"
      disabled={disabled}
      leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
      onClick={() => window.print()}
    >
      Skriv ut
    </Button>
  )
}
