/**
 * The program that draws the lines: strokes of an even width with soft edges, which stand back when something
 * else is lit. How far is a uniform, so that a hover costs only the lines whose light changed.
 */
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { MANY_LINES } from '../model/changes.ts'
import type { Layer, Layers } from './aside.ts'
import type { Light } from './light.ts'

export interface LineData extends EdgeDisplayData {
  /** Does not stand back when something is lit. */
  lit: boolean
}

const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute vec4 a_color;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_back;
varying vec4 v_color;
varying float v_across;
varying float v_half;
const float bias = 255.0 / 254.0;
void main() {
  // A width below zero says that the line is lit.
  float strength = a_width < 0.0 ? 1.0 : u_back;
  if (strength == 0.0) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  float pixel = u_correctionRatio * 2.0;
  v_half = max(abs(a_width) / u_sizeRatio, 0.8) / 2.0;
  // The last bit of the soft edge has next to no colour, and as many pixels as any other.
  float reach = v_half + 0.45;
  vec2 along = a_to - a_from;
  vec2 across = vec2(-along.y, along.x) / max(length(along), 1e-9);
  vec2 at = mix(a_from, a_to, a_corner.x) + across * a_corner.y * reach * pixel;
  gl_Position = vec4((u_matrix * vec3(at, 1)).xy, 0, 1);
  v_across = a_corner.y * reach;
  v_color = a_color * bias * strength;
}`

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
void main(void) {
  // From v_half - 0.4 to v_half + 0.6, which is one pixel: smoothstep without its division.
  float t = clamp(abs(v_across) - v_half + 0.4, 0.0, 1.0);
  gl_FragColor = v_color * (1.0 - t * t * (3.0 - 2.0 * t));
}`

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_back'] as const
const { UNSIGNED_BYTE, FLOAT } = WebGLRenderingContext

/** The program of a scene with this light, which makes itself known in `layers`. Colours come multiplied by their opacity (`veil`). */
export function lineProgram(light: Light, layers: Layers): EdgeProgramType {
  class Lines extends EdgeProgram<(typeof UNIFORMS)[number]> implements Layer {
    get gl(): WebGLRenderingContext | WebGL2RenderingContext {
      return this.normalProgram.gl
    }
    override render(params: RenderParams): void {
      layers.lines = this
      if (!layers.put(this)) super.render(params)
    }
    paint(params: RenderParams, into: WebGLFramebuffer): void {
      if (this.hasNothingToRender()) return
      const { width, height, pixelRatio } = params
      this.gl.viewport(0, 0, width * pixelRatio, height * pixelRatio)
      this.bindProgram(this.normalProgram)
      this.renderProgram(params, { ...this.normalProgram, frameBuffer: into })
      this.unbindProgram(this.normalProgram)
    }
    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_from', size: 2, type: FLOAT },
          { name: 'a_to', size: 2, type: FLOAT },
          { name: 'a_width', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [0, 1],
          [0, -1],
          [1, 1],
          [1, 1],
          [0, -1],
          [1, -1],
        ],
      }
    }
    processVisibleItem(
      _index: number,
      at: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const array = this.array
      let i = at
      array[i++] = source.x
      array[i++] = source.y
      array[i++] = target.x
      array[i++] = target.y
      array[i++] = (data as LineData).lit ? -data.size : data.size
      array[i++] = floatColor(data.color)
    }
    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const { u_correctionRatio, u_sizeRatio, u_matrix, u_back } = uniformLocations
      gl.uniform1f(u_correctionRatio as WebGLUniformLocation, params.correctionRatio)
      gl.uniform1f(u_sizeRatio as WebGLUniformLocation, params.sizeRatio)
      gl.uniformMatrix3fv(u_matrix as WebGLUniformLocation, false, params.matrix)
      const least = this.verticesCount > MANY_LINES * 6 ? 0 : 0.14
      gl.uniform1f(u_back as WebGLUniformLocation, 1 - light.dim * (1 - least))
    }
  }
  return Lines as unknown as EdgeProgramType
}
