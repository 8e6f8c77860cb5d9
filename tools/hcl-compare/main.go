// Command hcl-compare reads the HCL files named on its standard input, one a line, with the parser that Terraform uses,
// and writes one JSON object a line: how many errors, the first of them, and the tree in the form that tree.ts has too.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

type answer struct {
	File   string `json:"file"`
	Errors int    `json:"errors"`
	Line   int    `json:"line"`
	First  string `json:"first"`
	Tree   any    `json:"tree"`
}

func main() {
	names := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for names.Scan() {
		text, err := os.ReadFile(names.Text())
		if err != nil {
			continue
		}
		isJSON := strings.HasSuffix(names.Text(), ".json")
		var file *hcl.File
		var problems hcl.Diagnostics
		var attributes hcl.Attributes
		if isJSON {
			file, problems = hcljson.Parse(text, names.Text())
			if !problems.HasErrors() {
				attributes, problems = file.Body.JustAttributes()
			}
		} else {
			file, problems = hclsyntax.ParseConfig(text, names.Text(), hcl.InitialPos)
		}
		result := answer{File: names.Text()}
		for _, problem := range problems {
			if problem.Severity != hcl.DiagError {
				continue
			}
			if result.Errors == 0 && problem.Subject != nil {
				result.Line = problem.Subject.Start.Line
				result.First = problem.Summary
			}
			result.Errors++
		}
		if result.Errors == 0 {
			if isJSON {
				result.Tree = jsonBody(attributes)
			} else {
				result.Tree = body(file.Body.(*hclsyntax.Body))
			}
		}
		if err := encoder.Encode(result); err != nil {
			fmt.Fprintln(os.Stderr, names.Text(), err)
		}
	}
}

func at(r hcl.Range) []any { return []any{r.Start.Byte, r.End.Byte} }

func body(b *hclsyntax.Body) []any {
	type placed struct {
		start int
		node  any
	}
	items := []placed{}
	for name, a := range b.Attributes {
		items = append(items, placed{a.SrcRange.Start.Byte, []any{"attribute", at(a.NameRange), name, expression(a.Expr)}})
	}
	for _, block := range b.Blocks {
		labels := []any{}
		for i, label := range block.Labels {
			labels = append(labels, []any{"label", at(block.LabelRanges[i]), label})
		}
		node := []any{"block", at(hcl.RangeBetween(block.TypeRange, block.CloseBraceRange)), block.Type, labels, body(block.Body)}
		items = append(items, placed{block.TypeRange.Start.Byte, node})
	}
	sort.Slice(items, func(i, j int) bool { return items[i].start < items[j].start })
	nodes := []any{}
	for _, item := range items {
		nodes = append(nodes, item.node)
	}
	return nodes
}

func value(v cty.Value) any {
	switch {
	case v.IsNull():
		return nil
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		f, _ := v.AsBigFloat().Float64()
		return f
	}
	return fmt.Sprintf("%#v", v)
}

// Places of steps are left out: the two parsers count them from different ends.
func steps(from any, traversal hcl.Traversal) any {
	for _, step := range traversal {
		switch s := step.(type) {
		case hcl.TraverseAttr:
			from = []any{"attribute-of", nil, from, s.Name}
		case hcl.TraverseIndex:
			from = []any{"index", nil, from, value(s.Key)}
		}
	}
	return from
}

func list(es []hclsyntax.Expression) []any {
	nodes := []any{}
	for _, e := range es {
		nodes = append(nodes, expression(e))
	}
	return nodes
}

var operators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr: "||", hclsyntax.OpLogicalAnd: "&&", hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "!=",
	hclsyntax.OpGreaterThan: ">", hclsyntax.OpGreaterThanOrEqual: ">=", hclsyntax.OpLessThan: "<",
	hclsyntax.OpLessThanOrEqual: "<=", hclsyntax.OpAdd: "+", hclsyntax.OpSubtract: "-", hclsyntax.OpMultiply: "*",
	hclsyntax.OpDivide: "/", hclsyntax.OpModulo: "%", hclsyntax.OpNegate: "-", hclsyntax.OpLogicalNot: "!",
}

func expression(e hclsyntax.Expression) any {
	if e == nil {
		return nil
	}
	switch n := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if n.Val.Type() == cty.String {
			return []any{"text", nil, n.Val.AsString()}
		}
		return []any{"literal", at(n.SrcRange), value(n.Val)}
	case *hclsyntax.TemplateExpr:
		return []any{"template", at(n.SrcRange), list(n.Parts)}
	case *hclsyntax.TemplateWrapExpr:
		return []any{"template", at(n.SrcRange), []any{expression(n.Wrapped)}}
	case *hclsyntax.TemplateJoinExpr:
		f := n.Tuple.(*hclsyntax.ForExpr)
		return []any{"template-for", nil, f.KeyVar, f.ValVar, expression(f.CollExpr), expression(f.ValExpr)}
	case *hclsyntax.ScopeTraversalExpr:
		return steps([]any{"variable", nil, n.Traversal.RootName()}, n.Traversal[1:])
	case *hclsyntax.RelativeTraversalExpr:
		return steps(expression(n.Source), n.Traversal)
	case *hclsyntax.IndexExpr:
		return []any{"index", nil, expression(n.Collection), expression(n.Key)}
	case *hclsyntax.SplatExpr:
		return []any{"splat", nil, expression(n.Source), expression(n.Each)}
	case *hclsyntax.AnonSymbolExpr:
		return []any{"item", nil}
	case *hclsyntax.FunctionCallExpr:
		return []any{"call", at(hcl.RangeBetween(n.NameRange, n.CloseParenRange)), n.Name, list(n.Args), n.ExpandFinal}
	case *hclsyntax.TupleConsExpr:
		return []any{"tuple", at(n.SrcRange), list(n.Exprs)}
	case *hclsyntax.ObjectConsExpr:
		entries := []any{}
		for _, item := range n.Items {
			entries = append(entries, []any{expression(item.KeyExpr), expression(item.ValueExpr)})
		}
		return []any{"object", at(n.SrcRange), entries}
	case *hclsyntax.ObjectConsKeyExpr:
		return expression(n.Wrapped)
	case *hclsyntax.ForExpr:
		return []any{"for-expression", at(n.SrcRange), n.KeyVar, n.ValVar, expression(n.CollExpr), expression(n.KeyExpr),
			expression(n.ValExpr), n.Group, expression(n.CondExpr)}
	case *hclsyntax.ConditionalExpr:
		return []any{"conditional", nil, expression(n.Condition), expression(n.TrueResult), expression(n.FalseResult)}
	case *hclsyntax.BinaryOpExpr:
		return []any{"binary", nil, operators[n.Op], expression(n.LHS), expression(n.RHS)}
	case *hclsyntax.UnaryOpExpr:
		return []any{"unary", nil, operators[n.Op], expression(n.Val)}
	case *hclsyntax.ParenthesesExpr:
		return []any{"parentheses", at(n.SrcRange), expression(n.Expression)}
	}
	return fmt.Sprintf("%T", e)
}

// The attributes of a JSON body by name; json-tree.ts gives the same form.
func jsonBody(attributes hcl.Attributes) []any {
	items := []any{}
	for name, attribute := range attributes {
		items = append(items, []any{name, jsonExpression(attribute.Expr)})
	}
	return sorted(items)
}

// An object or list with its parts, a text or other constant, or the names that a template speaks of.
func jsonExpression(e hcl.Expression) any {
	if pairs, problems := hcl.ExprMap(e); !problems.HasErrors() {
		items := []any{}
		for _, pair := range pairs {
			items = append(items, []any{jsonExpression(pair.Key), jsonExpression(pair.Value)})
		}
		return []any{"object", sorted(items)}
	}
	if list, problems := hcl.ExprList(e); !problems.HasErrors() {
		items := []any{}
		for _, item := range list {
			items = append(items, jsonExpression(item))
		}
		return []any{"tuple", items}
	}
	if value, problems := e.Value(&hcl.EvalContext{}); len(e.Variables()) == 0 && !problems.HasErrors() && value.IsWhollyKnown() {
		if value.IsNull() {
			return []any{"null"}
		}
		switch value.Type() {
		case cty.String:
			return []any{"text", value.AsString()}
		case cty.Bool:
			return []any{"bool", value.True()}
		case cty.Number:
			number, _ := value.AsBigFloat().Float64()
			return []any{"number", number}
		}
	}
	names := []string{}
	for _, traversal := range e.Variables() {
		names = append(names, traversal.RootName())
	}
	sort.Strings(names)
	return []any{"names", strings.Join(names, " ")}
}

func sorted(items []any) []any {
	text := func(item any) string {
		encoded, _ := json.Marshal(item)
		return string(encoded)
	}
	sort.Slice(items, func(i, j int) bool { return text(items[i]) < text(items[j]) })
	return items
}
