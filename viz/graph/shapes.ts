/**
 * One node program for all kinds: the shape, and from a certain size the sign in it, tell the kind apart without
 * its colour; a ring around a project tells its maturity. Shapes are distance fields, so that they stay sharp at
 * any zoom. What stands back behind a lit neighbourhood is mixed with the ground here: a change of what is lit
 * then costs only the nodes whose light changed, not the whole graph.
 */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { MaturityLevel, NodeKind } from '../../src/schema.ts'
import type { Layer, Layers } from './aside.ts'
import type { Light } from './light.ts'

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
  /** Does not stand back when something is lit. */
  lit: boolean
  /** The rim around the shape: of the stage, or of the selection. */
  outline: string
}

/** Shape and ring in one number, as the shader reads them; 128 more for what is lit. */
export const shapeCode = (kind: NodeKind, maturity: MaturityLevel | undefined): number =>
  Math.max(0, SHAPES.indexOf(kind)) + 16 * Math.max(0, RINGS.indexOf(maturity))

/** How far the ring reaches, in radii. */
const REACH = 1.7
/** How far a shape without a ring reaches, without its rim: less to draw. */
const BARE_REACH = 1.35
/** How far a pointed one may reach with its rim, however small it is. */
const POINTED_REACH = 2.4
/** The corners of a hexagon, as a strip of triangles goes through them. */
const STRIP = [0, 1, 5, 2, 4, 3]

const VERTEX = /* glsl */ `
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
  v_pixel = u_correctionRatio * 2.0 / radius;
  // The hexagon around a circle that holds the shape with its rim and its ring: a third less than a triangle.
  float code = mod(a_shape, 128.0);
  float shape = mod(code, 16.0);
  // The rims of triangles and stars run out into points.
  bool pointed = shape > 4.5 && shape < 7.5;
  float reach = code > 15.5 ? ${REACH}
    : pointed ? min(${POINTED_REACH}, ${BARE_REACH} + 5.0 * v_pixel) : min(${REACH}, ${BARE_REACH} + 2.0 * v_pixel);
  vec2 corner = ${1 / Math.cos(Math.PI / 6)} * reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + corner * radius, 1)).xy, 0, 1);
  v_at = corner;
  v_shape = a_shape;
  v_outline = a_outline;
  v_color = a_color;
  v_color.a *= bias;
}`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
uniform float u_dim;
uniform vec3 u_ground;
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
// Distance from a stroke from a to b.
float stroke(vec2 p, vec2 a, vec2 b, float width) {
  vec2 d = b - a;
  return length(p - a - d * clamp(dot(p - a, d) / dot(d, d), 0.0, 1.0)) - width;
}
// The sign that is cut out of a shape; the same as in model/outlines.ts.
float sign_of(vec2 p, float shape) {
  // Somebody: a head above shoulders.
  if (shape < 0.5)
    return min(length(p - vec2(0.0, 0.3)) - 0.25, max(length(p + vec2(0.0, 0.52)) - 0.46, length(p) - 0.72));
  // A box, as software comes in.
  if (shape < 1.5)
    return min(
      stroke(p, vec2(0.0), vec2(0.0, -0.62), 0.075),
      min(stroke(p, vec2(0.0), vec2(0.54, 0.31), 0.075), stroke(p, vec2(0.0), vec2(-0.54, 0.31), 0.075))
    );
  // Four windows.
  if (shape < 2.5) return box(abs(p) - vec2(0.31), vec2(0.17), 0.0);
  if (shape < 3.5) return ngon(p, 4.0, 0.26, 0.0);
  // Three columns.
  if (shape < 4.5) return box(vec2(abs(p.x) < 0.2 ? p.x : abs(p.x) - 0.38, p.y + 0.08), vec2(0.08, 0.34), 0.0);
  if (shape > 7.5 && shape < 8.5) return box(p, vec2(0.56, 0.09), 0.0);
  return 9.0;
}
void main(void) {
  float lit = step(127.5, v_shape);
  float code = v_shape - 128.0 * lit;
  float ring = floor((code + 0.5) / 16.0);
  float shape = code - 16.0 * ring;
  float d = field(v_at, shape);
  float back = 0.82 * u_dim * (1.0 - lit);
  vec3 own = mix(v_color.rgb, u_ground, back);
  float fill = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, d);
  // A rim in the colour of the stage (or of the selection) keeps shapes apart from lines and each other.
  float rim = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, d - v_pixel * 2.0);
  // A sign that is smaller than a few pixels would be dirt.
  float legible = 1.0 - smoothstep(0.105, 0.14, v_pixel);
  if (legible > 0.0)
    own = mix(own, u_ground, legible * (1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, sign_of(v_at, shape))));
  vec4 color = mix(v_outline * rim, vec4(own, 1.0), fill);
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
    float reached = ring > 3.5 ? 0.6 : (turn * 3.0 < ring ? 1.0 : 0.22);
    vec3 tint = mix(v_color.rgb, u_ground, back);
    color = mix(color, vec4(tint * reached, reached), on);
  }
  gl_FragColor = color * v_color.a;
}`

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_dim', 'u_ground'] as const
const { UNSIGNED_BYTE, FLOAT } = WebGLRenderingContext

/**
 * The program of a scene with this light, which makes itself known in `layers`, and does not draw what Sigma would
 * look the pointer up in (picking.ts).
 */
export function shapeProgram(light: Light, layers: Layers): NodeProgramType {
  class Shapes extends NodeProgram<(typeof UNIFORMS)[number]> implements Layer {
    get gl(): WebGLRenderingContext | WebGL2RenderingContext {
      return this.normalProgram.gl
    }
    getDefinition() {
      return {
        VERTICES: STRIP.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_outline', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: STRIP.map((corner) => [(corner * Math.PI) / 3]),
      }
    }
    override render(params: RenderParams): void {
      const { pickProgram } = this
      // What Sigma draws over the stage is looked up in nothing, and is no layer.
      if (pickProgram) layers.nodes = this
      if (layers.put(this)) return
      this.pickProgram = null
      super.render(params)
      this.pickProgram = pickProgram
    }
    paint(params: RenderParams, into: WebGLFramebuffer): void {
      if (this.hasNothingToRender()) return
      const { width, height, pixelRatio } = params
      this.gl.viewport(0, 0, width * pixelRatio, height * pixelRatio)
      this.bindProgram(this.normalProgram)
      this.renderProgram(params, { ...this.normalProgram, frameBuffer: into })
      this.unbindProgram(this.normalProgram)
    }
    processVisibleItem(_index: number, at: number, data: NodeDisplayData): void {
      const { shape, outline, lit } = data as ShapeData
      const array = this.array
      let i = at
      array[i++] = data.x
      array[i++] = data.y
      array[i++] = data.size
      array[i++] = shape + (lit ? 128 : 0)
      array[i++] = floatColor(data.color)
      array[i++] = floatColor(outline)
    }
    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const { u_correctionRatio, u_sizeRatio, u_matrix, u_dim, u_ground } = uniformLocations
      gl.uniform1f(u_correctionRatio as WebGLUniformLocation, params.correctionRatio)
      gl.uniform1f(u_sizeRatio as WebGLUniformLocation, params.sizeRatio)
      gl.uniformMatrix3fv(u_matrix as WebGLUniformLocation, false, params.matrix)
      gl.uniform1f(u_dim as WebGLUniformLocation, light.dim)
      gl.uniform3f(u_ground as WebGLUniformLocation, ...light.ground)
    }
  }
  return Shapes as unknown as NodeProgramType
}
