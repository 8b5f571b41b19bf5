/** Loaded before a host of ours: its clock goes `HOURS_LATER` hours ahead, as it would be if the day had gone by. */
const ahead = Number(process.env['HOURS_LATER']) * 3_600_000

globalThis.Date = new Proxy(Date, {
  construct: (real, given: [] | [number]) => (given.length === 0 ? new real(real.now() + ahead) : new real(...given)),
  get: (real, name) => (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name)),
})
