import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { foundOptions } from '../ui/optionsFilter.ts'

/** The accent from light to dark; the filled button is shade 8 in light and shade 4 in dark. */
const accent: MantineColorsTuple = [
  '#eef6f5',
  '#e2efed',
  '#c3deda',
  '#93c6c0',
  '#5fb8b0',
  '#3f9c94',
  '#2b847d',
  '#22756f',
  '#1c6a66',
  '#144f4c',
]

/** Mantine's dark surfaces in the colours of look.md, from text to window. */
const dark: MantineColorsTuple = [
  '#e7e9e6',
  '#c9cfce',
  '#9fabac',
  '#6f7b7e',
  '#445157',
  '#2e383b',
  '#222b2e',
  '#1b2225',
  '#14191b',
  '#0f1315',
]

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  colors: { accent, dark },
  fontFamily: "'Source Sans 3', sans-serif",
  headings: { fontFamily: "'Source Serif 4', serif", fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.09375rem', xl: '1.6875rem' },
  lineHeights: { md: '1.45' },
  defaultRadius: 8,
  radius: { sm: '6px', md: '8px', lg: '12px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Stäng' } } },
    InputWrapper: { defaultProps: { withAsterisk: false } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true } },
    Select: {
      defaultProps: {
        size: 'md',
        allowDeselect: false,
        checkIconPosition: 'right',
        selectFirstOptionOnChange: true,
        filter: foundOptions,
      },
    },
    Autocomplete: { defaultProps: { filter: foundOptions } },
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, radius: 12, closeButtonProps: { 'aria-label': 'Stäng' } },
    },
  },
})

const shared = (ink: string, sheet: string, line: string, soft: string, danger: string) => ({
  '--mantine-color-text': ink,
  '--mantine-color-body': sheet,
  '--mantine-color-default': sheet,
  '--mantine-color-default-color': ink,
  '--mantine-color-default-border': line,
  '--mantine-color-dimmed': soft,
  '--mantine-color-placeholder': soft,
  '--mantine-color-error': danger,
})

/** Gives Mantine's own parts the colours of look.md; the rest of the page reads them from ui/tokens.css. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...shared('#1d2a2e', '#fffefb', '#d9d4c7', '#596669', '#a1321f'),
    '--mantine-color-default-hover': '#f3f1ea',
  },
  dark: {
    ...shared('#e7e9e6', '#1b2225', '#3a464b', '#9fabac', '#f0917f'),
    '--mantine-color-default-hover': '#232c30',
  },
})
