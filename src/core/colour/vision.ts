import type { Rgb } from './contrast';

/** Ways to see colours: full, and the three kinds of dichromacy. */
export const visions = ['full', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof visions)[number];

type Matrix = readonly [Triple, Triple, Triple];
type Triple = readonly [number, number, number];

/** For linear sRGB, severity 1.0: Machado, Oliveira and Fernandes 2009, IEEE TVCG 15(6). */
const simulations: Record<Vision, Matrix> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab (Ottosson 2020): linear sRGB to cone responses, and their cube roots to lightness and two hues. */
const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function times(matrix: Matrix, vector: Triple): Triple {
  return matrix.map(
    (row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2],
  ) as unknown as Triple;
}

function linear(colour: Rgb): Triple {
  return colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function labAs(colour: Rgb, vision: Vision): Triple {
  const seen = times(simulations[vision], linear(colour)).map((share) => Math.min(1, Math.max(0, share)));
  return times(toLab, times(toCones, seen as unknown as Triple).map(Math.cbrt) as unknown as Triple);
}

/** How far two colours lie apart for a way to see, in hundredths of OKLab's unit; 2 is just seen side by side. */
export function distance(a: Rgb, b: Rgb, vision: Vision): number {
  const [first, second] = [labAs(a, vision), labAs(b, vision)];
  return 100 * Math.hypot(...first.map((value, index) => value - second[index]!));
}
