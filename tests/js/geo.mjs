/** Whether a point lies in a polygon, by counting the edges to its east: an oracle for small shapes. */
export function geoContains({ geometry }, [px, py]) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const crossings = polygons.flat().flatMap((ring) => ring.slice(1).map((end, i) => [ring[i], end])).filter(([[x0, y0], [x1, y1]]) =>
    y0 > py !== y1 > py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0));
  return crossings.length % 2 === 1;
}
