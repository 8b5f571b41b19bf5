import { Button, FileButton } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useCommand, useCore } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'

/** Which manual is used here, where it comes from, and the way to put an organisation's own in its place. */
export function ManualChoice() {
  const manuals = useCore('manual.list', {})
  const use = useCommand('manual.use')
  const importPack = useCommand('manual.importPack')

  async function read(files: readonly File[]) {
    const texts = files.filter(each => /\.(?:md|yaml)$/.test(each.name))
    const read = await Promise.all(texts.map(async each => ({ path: pathWithin(each), text: await each.text() })))
    importPack.mutate({ files: read })
  }

  return (
    <div className="stack">
      <div className="card card-rows">
        {(manuals.data ?? []).map(({ version, own, inUse, importedOn }) => (
          <div key={`${version.id} ${version.version}`} className="spread">
            <div>
              <strong>{version.title}</strong>
              <p className="small soft">
                Version {version.version}
                {importedOn !== undefined && `, inläst ${dayAndYear(importedOn)}`} · {version.origin}
              </p>
              <details className="small">
                <summary>Vad som har ändrats</summary>
                <ul>
                  {version.changes.map(each => (
                    <li key={each.version}>
                      {each.version}, {dayAndYear(each.on)}: {each.what}
                    </li>
                  ))}
                </ul>
              </details>
            </div>
            {inUse ? (
              <span className="badge">Används</span>
            ) : (
              <Button
                variant="default"
                onClick={() => use.mutate(own ? {} : { pack: { id: version.id, version: version.version } })}
              >
                Använd den här
              </Button>
            )}
          </div>
        ))}
      </div>
      <div className="row">
        <FileButton
          multiple
          onChange={files => void read(files)}
          inputProps={{ webkitdirectory: '', 'aria-label': 'Mapp med innehållspaket' } as object}
        >
          {props => (
            <Button
              {...props}
              variant="default"
              loading={importPack.isPending}
              leftSection={<IconFolderOpen size={18} stroke={1.7} aria-hidden />}
            >
              Läs in innehållspaket
            </Button>
          )}
        </FileButton>
        <span className="small soft">
          En mapp med samma uppbyggnad som manualen. Den kontrolleras innan den används.
        </span>
      </div>
      <ErrorNotice error={importPack.error ?? use.error} />
      {importPack.data?.imported === true && (
        <InfoNotice>
          Paketet är inläst och används. Träffar som redan hållits minns vilken manual de hölls efter.
        </InfoNotice>
      )}
      {importPack.data !== undefined && importPack.data.problems.length > 0 && (
        <Problems problems={importPack.data.problems} />
      )}
    </div>
  )
}

const SHOWN = 100

function Problems({ problems }: { problems: readonly { file: string; line: number; what: string }[] }) {
  return (
    <section className="card" role="alert" aria-label="Fel i paketet">
      <h3>Paketet lästes inte in. Inget har ändrats.</h3>
      <p className="small soft">
        {problems.length} fel att rätta i paketets filer{problems.length > SHOWN && `, de första ${SHOWN} visas`}:
      </p>
      <ul className="small problems">
        {problems.slice(0, SHOWN).map(({ file, line, what }) => (
          <li key={`${file}:${line}:${what}`}>
            <b>
              {file}, rad {line}
            </b>{' '}
            {what}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The path below the folder that was chosen. */
function pathWithin(file: File): string {
  return file.webkitRelativePath.split('/').slice(1).join('/') || file.name
}
