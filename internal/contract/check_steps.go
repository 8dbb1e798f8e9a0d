package contract

import "strings"

// dependencies checks that steps depend on steps that exist and never on
// themselves, be it through others.
func (k *checker) dependencies() {
	graph := map[string][]string{}
	fields := map[string]string{}
	var order, known []string
	k.eachStep(func(path string, s *Step) {
		if _, twice := graph[s.ID]; s.ID == "" || twice {
			return
		}
		graph[s.ID], fields[s.ID] = s.DependsOn, path
		order, known = append(order, s.ID), append(known, s.ID)
	})
	for _, id := range order {
		for i, other := range graph[id] {
			if _, there := graph[other]; !there && other != "" {
				k.unknown(index(join(fields[id], "depends-on"), i), "unknown-step", other, known)
			}
		}
	}
	for _, cycle := range cycles(order, graph) {
		k.report(join(fields[cycle[0]], "depends-on"), "cycle", "steps", strings.Join(append(cycle, cycle[0]), " → "))
	}
}

func (k *checker) eachStep(visit func(path string, s *Step)) {
	k.eachGoal(func(path string, g *Goal) {
		for i := range g.Requirements {
			at := index(join(path, "requirements"), i)
			for j := range g.Requirements[i].Items {
				at := index(join(at, "items"), j)
				steps := g.Requirements[i].Items[j].Steps
				for s := range steps {
					visit(index(join(at, "steps"), s), &steps[s])
				}
			}
		}
	})
}

// cycles finds the rings in a graph, each named once, from the node that comes
// first in the file.
func cycles(order []string, graph map[string][]string) [][]string {
	w := walk{graph: graph, state: map[string]int{}}
	for _, id := range order {
		if w.state[id] == fresh {
			w.visit(id)
		}
	}
	return w.found
}

const (
	fresh = iota
	onPath
	finished
)

type walk struct {
	graph map[string][]string
	state map[string]int
	path  []string
	found [][]string
}

func (w *walk) visit(id string) {
	w.state[id] = onPath
	w.path = append(w.path, id)
	for _, next := range w.graph[id] {
		switch w.state[next] {
		case fresh:
			w.visit(next)
		case onPath:
			w.found = append(w.found, ring(w.path, next))
		}
	}
	w.path = w.path[:len(w.path)-1]
	w.state[id] = finished
}

// ring returns the part of the path from id on.
func ring(path []string, id string) []string {
	for i, p := range path {
		if p == id {
			return append([]string{}, path[i:]...)
		}
	}
	return []string{id}
}
