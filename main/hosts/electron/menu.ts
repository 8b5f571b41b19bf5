import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** The menu: leaving, editing, reading larger. Developer tools are for unpackaged runs only. */
export function setMenu(): void {
  const development: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [
        { type: 'separator' },
        { label: 'Läs in på nytt', role: 'reload' },
        { label: 'Utvecklarverktyg', role: 'toggleDevTools' },
      ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Arton', submenu: [{ label: 'Avsluta Arton', role: 'quit' }] },
      {
        label: 'Redigera',
        submenu: [
          { label: 'Ångra', role: 'undo' },
          { label: 'Gör om', role: 'redo' },
          { type: 'separator' },
          { label: 'Klipp ut', role: 'cut' },
          { label: 'Kopiera', role: 'copy' },
          { label: 'Klistra in', role: 'paste' },
          { label: 'Markera allt', role: 'selectAll' },
        ],
      },
      {
        label: 'Visa',
        submenu: [
          { label: 'Större', role: 'zoomIn' },
          { label: 'Mindre', role: 'zoomOut' },
          { label: 'Vanlig storlek', role: 'resetZoom' },
          { type: 'separator' },
          { label: 'Helskärm', role: 'togglefullscreen' },
          ...development,
        ],
      },
    ]),
  )
}
