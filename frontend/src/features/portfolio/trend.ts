interface Point {
  x: number
  y: number
}

/** A value holds until the day of the next: the corners of the stairs between the points. */
export function steps(points: Point[]): Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    return before === undefined || before.y === point.y ? [point] : [{ x: point.x, y: before.y }, point]
  })
}
