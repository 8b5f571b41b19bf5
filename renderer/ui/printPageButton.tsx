import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'

type PrintPageButtonProps = {
  disabled?: boolean
  /** Where something must be fetched before the page is printed. */
  onPrint?(): void
}

/** Prints the page as it stands, by the system's own dialog. */
export function PrintPageButton({ disabled = false, onPrint = () => window.print() }: PrintPageButtonProps) {
  return (
    <Button
      variant="default"
      disabled={disabled}
      leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
      onClick={onPrint}
    >
      Skriv ut
    </Button>
  )
}
