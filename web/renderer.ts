// Draws the module's frames with WebGL 2, and holds the atlas pages of rasterised text. One context
// for all widgets of a page: each frame is drawn here and copied onto its widget's canvas.

import markFragment from '../shaders/mark.frag';
import markVertex from '../shaders/mark.vert';
import uiFragment from '../shaders/ui.frag';
import uiVertex from '../shaders/ui.vert';

const VERSION = '#version 300 es\nprecision highp float;\nprecision highp int;\n';

// DrawKind of src/ui/draw_frame.h.
const KIND_COLOR = 2;
const KIND_MARKS = 3;

const VERTEX_SIZE = 20;
const MARK_SIZE = 48;
const COMMAND_SIZE = 32;
const PAGE_SIZE = 2048; // AtlasPage::kSize

// A view of FrameRecord (src/platform/web/exports.cc) and what it points at.
export class FrameData {
  readonly vertices: Uint8Array;
  readonly indices: Uint8Array;
  readonly marks: Uint8Array;
  readonly commands: DataView;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly background: number;

  constructor(buffer: ArrayBufferLike, record: number) {
    const words = new Uint32Array(buffer, record, 8);
    const floats = new Float32Array(buffer, record + 32, 3);
    this.vertices = new Uint8Array(buffer, words[0]!, words[1]! * VERTEX_SIZE);
    this.indices = new Uint8Array(buffer, words[2]!, words[3]! * 4);
    this.marks = new Uint8Array(buffer, words[4]!, words[5]! * MARK_SIZE);
    this.commands = new DataView(buffer, words[6]!, words[7]! * COMMAND_SIZE);
    [this.width, this.height, this.scale] = floats as unknown as [number, number, number];
    this.background = new Uint32Array(buffer, record + 44, 1)[0]!;
  }
}

interface Program {
  program: WebGLProgram;
  array: WebGLVertexArrayObject;
  // Of uniforms; null where the program has none of that name, and then setting it does nothing.
  size: WebGLUniformLocation | null;
  scale: WebGLUniformLocation | null;
  kind: WebGLUniformLocation | null;
}

export class Renderer {
  #vertices!: WebGLBuffer;
  #indices!: WebGLBuffer;
  #marks!: WebGLBuffer;
  #ui!: Program;
  #mark!: Program;
  readonly #pages = new Map<number, WebGLTexture>();

  // Undefined where there is no WebGL 2. `size`: of frames that are likely to come, device pixels: the page stands
  // still while a canvas grows that has been drawn on.
  static create(size: readonly [width: number, height: number]): Renderer | undefined {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = size;
    const gl = canvas.getContext('webgl2', {
      alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true,
      powerPreference: 'low-power',
    });
    return gl ? new Renderer(canvas, gl) : undefined;
  }

  readonly #gl: WebGL2RenderingContext;

  private constructor(readonly canvas: HTMLCanvasElement, gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#setUp();
  }

  /** Tells when the context is lost, and when it is back, with nothing of what was uploaded. */
  watch(lost: () => void, restored: () => void): void {
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // or it never comes back
      lost();
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.#setUp();
      restored();
    });
  }

  /** Gives the context back: a page has few. */
  destroy(): void {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #setUp(): void {
    const gl = this.#gl;
    this.#pages.clear();
    this.#vertices = gl.createBuffer()!;
    this.#indices = gl.createBuffer()!;
    this.#marks = gl.createBuffer()!;
    this.#ui = this.#makeProgram(uiVertex, uiFragment, () => {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indices);
      [0, 1, 2].forEach((index) => gl.enableVertexAttribArray(index));
      this.#attribute(0, 2, gl.FLOAT, VERTEX_SIZE, 0);
      this.#attribute(1, 2, gl.FLOAT, VERTEX_SIZE, 8);
      this.#attribute(2, 4, gl.UNSIGNED_BYTE, VERTEX_SIZE, 16);
    });
    this.#mark = this.#makeProgram(markVertex, markFragment, () => {
      for (const index of [0, 1, 2, 3, 4]) {
        gl.enableVertexAttribArray(index);
        gl.vertexAttribDivisor(index, 1);
      }
    });
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  // Draws the frame at the top left of `canvas`, and returns its size in device pixels.
  draw(frame: FrameData): [width: number, height: number] {
    const gl = this.#gl;
    const width = Math.round(frame.width * frame.scale);
    const height = Math.round(frame.height * frame.scale);
    // Growing only: widgets of several sizes take turns.
    if (this.canvas.width < width) this.canvas.width = width;
    if (this.canvas.height < height) this.canvas.height = height;
    const bottom = this.canvas.height - height;
    gl.viewport(0, bottom, width, height);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, bottom, width, height);
    const [r, g, b, a] = channels(frame.background);
    gl.clearColor(r * a, g * a, b * a, a);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#fill(gl.ARRAY_BUFFER, this.#vertices, frame.vertices);
    gl.bindVertexArray(this.#ui.array);
    this.#fill(gl.ELEMENT_ARRAY_BUFFER, this.#indices, frame.indices);
    this.#fill(gl.ARRAY_BUFFER, this.#marks, frame.marks);
    for (const program of [this.#ui, this.#mark]) {
      gl.useProgram(program.program);
      gl.uniform2f(program.size, frame.width, frame.height);
      gl.uniform1f(program.scale, frame.scale);
    }
    for (let at = 0; at < frame.commands.byteLength; at += COMMAND_SIZE) {
      this.#run(frame, at, bottom);
    }
    return [width, height];
  }

  // Puts the top left pixels of `source` into an atlas page, which is made on first use.
  upload(page: number, color: boolean, x: number, y: number, width: number, height: number,
         source: TexImageSource): void {
    const gl = this.#gl;
    let texture = this.#pages.get(page);
    if (!texture) {
      texture = gl.createTexture()!;
      this.#pages.set(page, texture);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texStorage2D(gl.TEXTURE_2D, 1, color ? gl.RGBA8 : gl.R8, PAGE_SIZE, PAGE_SIZE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    }
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, color ? gl.RGBA : gl.RED,
                     gl.UNSIGNED_BYTE, source);
  }

  #run(frame: FrameData, at: number, bottom: number): void {
    const gl = this.#gl;
    const word = (i: number) => frame.commands.getUint32(at + 4 * i, true);
    const number = (i: number) => frame.commands.getFloat32(at + 4 * i, true) * frame.scale;
    const [kind, page, first, count] = [word(0), word(1), word(2), word(3)];
    const left = Math.max(Math.floor(number(4)), 0);
    const top = Math.max(Math.floor(number(5)), 0);
    const right = Math.ceil(number(6));
    const lower = Math.min(Math.ceil(number(7)), Math.round(frame.height * frame.scale));
    if (right <= left || lower <= top) return;
    gl.scissor(left, bottom + Math.round(frame.height * frame.scale) - lower, right - left,
               lower - top);
    if (kind === KIND_MARKS) {
      gl.useProgram(this.#mark.program);
      gl.bindVertexArray(this.#mark.array);
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#marks);
      this.#markAttributes(first * MARK_SIZE);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
      return;
    }
    gl.useProgram(this.#ui.program);
    gl.bindVertexArray(this.#ui.array);
    gl.uniform1i(this.#ui.kind, kind);
    const texture = this.#pages.get(page);
    if (kind > 0 && kind <= KIND_COLOR && texture) gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
  }

  #markAttributes(offset: number): void {
    const gl = this.#gl;
    this.#attribute(0, 4, gl.FLOAT, MARK_SIZE, offset);
    this.#attribute(1, 4, gl.FLOAT, MARK_SIZE, offset + 16);
    this.#attribute(2, 4, gl.UNSIGNED_BYTE, MARK_SIZE, offset + 32);
    this.#attribute(3, 4, gl.UNSIGNED_BYTE, MARK_SIZE, offset + 36);
    gl.vertexAttribIPointer(4, 2, gl.UNSIGNED_INT, MARK_SIZE, offset + 40);
  }

  #attribute(index: number, size: number, type: number, stride: number, offset: number): void {
    this.#gl.vertexAttribPointer(index, size, type, type === this.#gl.UNSIGNED_BYTE, stride, offset);
  }

  #fill(target: number, buffer: WebGLBuffer, bytes: Uint8Array): void {
    this.#gl.bindBuffer(target, buffer);
    this.#gl.bufferData(target, bytes, this.#gl.STREAM_DRAW);
  }

  #makeProgram(vertex: string, fragment: string, layOut: () => void): Program {
    const gl = this.#gl;
    const program = gl.createProgram()!;
    for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
      const shader = gl.createShader(type)!;
      gl.shaderSource(shader, VERSION + source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
      throw new Error(`shaders do not link: ${gl.getProgramInfoLog(program)}`);
    }
    const array = gl.createVertexArray()!;
    gl.bindVertexArray(array);
    layOut();
    gl.bindVertexArray(null);
    const uniform = (name: string) => gl.getUniformLocation(program, `u_${name}`);
    return { program, array, size: uniform('size'), scale: uniform('scale'), kind: uniform('kind') };
  }
}

// 0xAABBGGRR as parts of one.
function channels(color: number): [r: number, g: number, b: number, a: number] {
  return [color & 255, (color >> 8) & 255, (color >> 16) & 255, (color >>> 24) & 255]
    .map((channel) => channel / 255) as [number, number, number, number];
}
