/** Line icons, drawn for this viewer. All are decoration: the buttons that hold them have names. */

const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.4 15.4L20.5 20.5',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  open: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M4 15v5h16v-5',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M4 15v5h16v-5',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z',
  auto: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  up: 'M6 14.5l6-6l6 6',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  down: 'M6 9.5l6 6l6-6',
  graph:
    'M6 8.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 1 0 0 5zM18 11a2.5 2.5 0 1 0 0-5a2.5 2.5 0 1 0 0 5zM9 20.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 1 0 0 5zM8.4 6.6l7.2 1.6M6.6 8.4l1.8 7.2M16.2 10.4L10.8 16.2',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  who: 'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 1 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.2M18 14.6c2.1.8 3.5 2.7 3.5 5.4',
  changes: 'M8 5v8M4 9h8M13 17h8M13 5h7M4 19l4-4',
  check: 'M4 12.5l4 4L15.5 8M13 16l1 1L20.5 10',
  focus: 'M12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM12 3v3M12 18v3M3 12h3M18 12h3',
  path: 'M5.5 8a2.5 2.5 0 1 0 0-5a2.5 2.5 0 1 0 0 5zM18.5 21a2.5 2.5 0 1 0 0-5a2.5 2.5 0 1 0 0 5zM8 5.5h6a3.5 3.5 0 0 1 0 7h-4a3 3 0 0 0 0 6h6',
  swap: 'M7 4v16M3.5 16.5L7 20l3.5-3.5M17 20V4M13.5 7.5L17 4l3.5 3.5',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9',
  play: 'M7.5 5v14l11-7z',
  stop: 'M7 7h10v10H7z',
  groups:
    'M8.5 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM16.5 8.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM9 15.5a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6z',
  pin: 'M12 20.5v-6M7 14.5h10l-2-3.5V5h1V3.5H8V5h1v6z',
  grow: 'M6 14.5l6-6l6 6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3',
}

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
