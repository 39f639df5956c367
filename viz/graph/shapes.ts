/**
 * One node program for all kinds: the shape tells the kind apart without its colour, a ring around a project
 * tells its maturity. Shapes are distance fields, so that they stay sharp at any zoom.
 */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { MaturityLevel, NodeKind } from '../../src/schema.ts'

/** In the order of the shader's `field`. */
const SHAPES: readonly NodeKind[] = [
  'person',
  'project',
  'company',
  'technology',
  'foundation',
  'maturity',
  'channel',
  'event',
  'url',
  'interview',
  'episode',
]
const RINGS: readonly (MaturityLevel | undefined)[] = [
  undefined,
  'sandbox',
  'incubating',
  'graduated',
  'archived',
]

export interface ShapeData extends NodeDisplayData {
  shape: number
  /** The rim around the shape: of the stage, or of the selection. */
  outline: string
}

/** Shape and ring in one number, as the shader reads them. */
export const shapeCode = (kind: NodeKind, maturity: MaturityLevel | undefined): number =>
  Math.max(0, SHAPES.indexOf(kind)) + 16 * Math.max(0, RINGS.indexOf(maturity))

/** How far the ring reaches, in radii. */
const REACH = 1.7

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  // The triangle around a circle of ${REACH} radii.
  vec2 corner = 2.0 * ${REACH} * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + corner * radius, 1)).xy, 0, 1);
  v_at = corner;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_shape = a_shape;
  v_outline = a_outline;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
const float PI = 3.141592653589793;

// Distance from a regular polygon of n sides and apothem r, a corner at the top.
float ngon(vec2 p, float n, float r, float turn) {
  float part = 2.0 * PI / n;
  float a = atan(p.x, p.y) + turn * part + part / 2.0;
  return cos(floor(0.5 + a / part) * part - a) * length(p) - r;
}
float box(vec2 p, vec2 b, float r) {
  vec2 d = abs(p) - b + r;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - r;
}
float star(vec2 p) {
  float part = 2.0 * PI / 5.0;
  float a = mod(atan(p.x, p.y) + part / 2.0, part) - part / 2.0;
  vec2 q = length(p) * vec2(sin(abs(a)), cos(a));
  vec2 tip = vec2(0.0, 1.15);
  vec2 dent = 0.54 * vec2(sin(part / 2.0), cos(part / 2.0));
  vec2 edge = dent - tip;
  vec2 normal = normalize(vec2(-edge.y, edge.x));
  return dot(q - tip, normal);
}
float field(vec2 p, float shape) {
  if (shape < 0.5) return length(p) - 0.92;
  if (shape < 1.5) return ngon(p, 6.0, 0.9, 0.0);
  if (shape < 2.5) return box(p, vec2(0.84), 0.2);
  if (shape < 3.5) return ngon(p, 4.0, 0.76, 0.0);
  if (shape < 4.5) return ngon(p, 5.0, 0.85, 0.0);
  if (shape < 5.5) return ngon(p + vec2(0.0, 0.15), 3.0, 0.62, 0.0);
  if (shape < 6.5) return ngon(p - vec2(0.0, 0.15), 3.0, 0.62, 0.5);
  if (shape < 7.5) return star(p);
  if (shape < 8.5) return box(p, vec2(1.1, 0.52), 0.5);
  if (shape < 9.5) return abs(length(p) - 0.72) - 0.23;
  return min(abs(length(p) - 0.84) - 0.16, length(p) - 0.36);
}
void main(void) {
  float ring = floor(v_shape / 16.0);
  float shape = v_shape - 16.0 * ring;
  float d = field(v_at, shape);
  #ifdef PICKING_MODE
  // Anywhere on the disc: a hole in a shape should not let the pointer fall through.
  gl_FragColor = min(d, length(v_at) - 1.0) < v_pixel * 2.0 ? v_color : vec4(0.0);
  #else
  float fill = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, d);
  // A rim in the colour of the stage (or of the selection) keeps shapes apart from lines and each other.
  float rim = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, d - v_pixel * 2.0);
  vec4 color = mix(v_outline * rim, vec4(v_color.rgb, 1.0), fill);
  color.a = max(rim * v_outline.a, fill);
  if (ring > 0.5) {
    float r = length(v_at);
    float turn = atan(v_at.x, v_at.y) / (2.0 * PI);
    turn = turn < 0.0 ? turn + 1.0 : turn;
    float band = abs(r - 1.38) - 0.1;
    float on = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, band);
    float parts = ring > 3.5 ? 10.0 : 3.0;
    float within = fract(turn * parts);
    float gap = (ring > 3.5 ? 0.25 : 0.05);
    on *= step(gap, within) * step(within, 1.0 - gap);
    float lit = ring > 3.5 ? 0.6 : (turn * 3.0 < ring ? 1.0 : 0.22);
    color = mix(color, vec4(v_color.rgb * lit, lit), on);
  }
  gl_FragColor = color * v_color.a;
  #endif
}`

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const
const { UNSIGNED_BYTE, FLOAT } = WebGLRenderingContext

class Shapes extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_outline', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }
  processVisibleItem(index: number, at: number, data: NodeDisplayData): void {
    const { shape, outline } = data as ShapeData
    const array = this.array
    let i = at
    array[i++] = data.x
    array[i++] = data.y
    array[i++] = data.size
    array[i++] = shape
    array[i++] = floatColor(data.color)
    array[i++] = floatColor(outline)
    array[i++] = index
  }
  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_correctionRatio as WebGLUniformLocation, params.correctionRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio as WebGLUniformLocation, params.sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix as WebGLUniformLocation, false, params.matrix)
  }
}

export const ShapeProgram = Shapes as unknown as NodeProgramType
