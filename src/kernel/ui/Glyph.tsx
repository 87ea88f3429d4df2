import type { ReactNode } from 'react'

const shapes = {
  today: <path d="M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 4.5a3.5 3.5 0 0 1 0 6.2M17.5 14.8c2.2.7 3.5 2.5 3.5 5.2" />
  ),
  tasks: <path d="M4 6.5l1.5 1.5L8.5 5M4 13.5l1.5 1.5 3-3M12 7h8M12 14h8M12 20h8M4 20h4" />,
  unit: <path d="M4 20V10l8-6 8 6v10M10 20v-6h4v6M2.5 20h19" />,
  write: <path d="M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3L20 20" />,
  thread: <path d="M12 2v5M12 11v3M12 18v4M12 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" />,
  plan: <path d="M4 7h9M7 12h10M11 17h9" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" />,
  down: <path d="M6 9l6 6 6-6" />,
  left: <path d="M15 5l-7 7 7 7" />,
  right: <path d="M9 5l7 7-7 7" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  tick: <path d="M5 12.5l4.5 4.5L19 7" />,
  warning: <path d="M12 4l9 16H3zM12 10v5M12 17.5v.01" />,
  photo: <path d="M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z" />,
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01" />,
} satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof shapes

/** A drawn sign. Always beside a word, so it says nothing to a screen reader. */
export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
