// Command plugins reaches package plugin.
package main

import "plugin"

func main() {
	_, err := plugin.Open("/nonexistent.so")
	println("plugins", err != nil)
}
