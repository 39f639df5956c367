/**
 * The least that draws a graph with Sigma: what the viewer is measured against. Places come with the graph; with
 * `#layout` the page finds them itself, with the steps and settings of the viewer.
 */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Sigma from 'sigma'

const container = document.querySelector<HTMLElement>('.stage')
if (!container) throw new Error('the page has no stage')
const answer = await fetch('data/bare.json')
const graph = new Graph()
graph.import(await answer.json())
if (location.hash === '#layout')
  forceAtlas2.assign(graph, {
    iterations: graph.getAttribute('steps'),
    getEdgeWeight: null,
    settings: { linLogMode: true, gravity: 0.4, slowDown: 4, barnesHutOptimize: graph.order > 800 },
  })
new Sigma(graph, container)
container.dataset.ready = 'true'
