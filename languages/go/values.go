package cdktfdatadogrookout

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/aws/constructs-go/constructs/v10"
)

// A dashboard has about 15 levels, each of up to three steps here: a value, what is in it, and what that points to.
// From about 1000 levels, jsii's process runs out of memory.
const mostSteps = 1000

// checked gives back the arguments of a call of jsii, which it sends to Node as JSON. It panics where JSON does not have a
// value: jsii would end its process, or change the value. The message begins with the construct: the one whose method is
// called, or that which the arguments make.
func checked(receiver interface{}, args []interface{}) []interface{} {
	for _, arg := range args {
		if problem := problemIn(reflect.ValueOf(arg), "", 0); problem != "" {
			panic(fmt.Errorf("%s%s", construct(receiver, args), problem))
		}
	}
	return args
}

func construct(receiver interface{}, args []interface{}) string {
	if construct, ok := receiver.(constructs.Construct); ok {
		return fmt.Sprintf("[%s] ", *construct.Node().Path())
	}
	if len(args) == 3 {
		if scope, ok := args[0].(constructs.Construct); ok {
			return fmt.Sprintf("[%s/%s] ", *scope.Node().Path(), *args[1].(*string))
		}
	}
	return ""
}

// problemIn tells of the first value that JSON does not have: the path, the value, the rule and the fix in one line.
func problemIn(value reflect.Value, path string, steps int) string {
	if steps > mostSteps {
		return at("", "a value is in itself, or far too deep", "Pass it as JSON text")
	}
	switch value.Kind() {
	case reflect.Interface, reflect.Pointer:
		return problemIn(value.Elem(), path, steps+1)
	case reflect.Slice, reflect.Array:
		if value.Type().Elem().Kind() == reflect.Uint8 {
			problem := fmt.Sprintf("a value is of the type %s, which would arrive as a list of numbers", value.Type())
			return at(path, problem, "Pass text: string(value)")
		}
		for index := 0; index < value.Len(); index++ {
			if problem := problemIn(value.Index(index), fmt.Sprintf("%s[%d]", path, index), steps+1); problem != "" {
				return problem
			}
		}
	case reflect.Map:
		return problemInMap(value, path, steps)
	case reflect.Struct:
		return problemInOptions(value, path, steps)
	case reflect.String:
		if !utf8.ValidString(value.String()) {
			return at(path, fmt.Sprintf("%q is not text in UTF-8", value.String()), "Take out what is no character")
		}
	case reflect.Float32, reflect.Float64:
		if math.IsNaN(value.Float()) || math.IsInf(value.Float(), 0) {
			return at(path, fmt.Sprintf("%v is not a number that JSON has", value.Float()), "Pass a finite number")
		}
	case reflect.Func, reflect.Chan, reflect.Complex64, reflect.Complex128:
		fix := "Pass a map, a slice, text, a number, a bool or nil"
		return at(path, fmt.Sprintf("a value is of the type %s, which JSON does not have", value.Type()), fix)
	}
	return ""
}

func problemInMap(value reflect.Value, path string, steps int) string {
	if value.Type().Key().Kind() != reflect.String {
		return at(path, fmt.Sprintf("the names of %s are not text, as in JSON", value.Type()), "Use strings for them")
	}
	for _, name := range value.MapKeys() {
		if problem := problemIn(value.MapIndex(name), join(path, name.String()), steps+1); problem != "" {
			return problem
		}
	}
	return ""
}

// problemInOptions looks into the structs that jsii generates, not into constructs.
func problemInOptions(options reflect.Value, path string, steps int) string {
	for index := 0; index < options.NumField(); index++ {
		tag := options.Type().Field(index).Tag
		if _, isOption := tag.Lookup("field"); !isOption {
			continue
		}
		if problem := problemIn(options.Field(index), join(path, tag.Get("json")), steps+1); problem != "" {
			return problem
		}
	}
	return ""
}

func join(path string, name string) string {
	return strings.TrimPrefix(path+"."+name, ".")
}

func at(path string, problem string, fix string) string {
	return strings.TrimPrefix(fmt.Sprintf("%s: %s. %s.", path, problem, fix), ": ")
}
