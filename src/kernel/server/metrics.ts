type Route = { count: number; failed: number; ms: number }

/** Counts and times by route, in Prometheus' text form. Routes are patterns: no id, no name. */
export class Metrics {
  readonly #routes = new Map<string, Route>()

  count(route: string, status: number, ms: number): void {
    const seen = this.#routes.get(route) ?? { count: 0, failed: 0, ms: 0 }
    this.#routes.set(route, { count: seen.count + 1, failed: seen.failed + (status >= 500 ? 1 : 0), ms: seen.ms + ms })
  }

  text(gauges: Record<string, number>): string {
    const lines = [...this.#routes].flatMap(([route, { count, failed, ms }]) => [
      `rt_requests_total{route="${route}"} ${count}`,
      `rt_requests_failed_total{route="${route}"} ${failed}`,
      `rt_request_milliseconds_total{route="${route}"} ${ms.toFixed(1)}`,
    ])
    const rest = {
      ...gauges,
      rt_memory_bytes: process.memoryUsage.rss(),
      rt_uptime_seconds: Math.round(process.uptime()),
    }
    return `${[...lines, ...Object.entries(rest).map(([name, value]) => `${name} ${value}`)].join('\n')}\n`
  }
}
