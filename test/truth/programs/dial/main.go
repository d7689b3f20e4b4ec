// Command dial reaches package net.
package main

import "net"

func main() {
	_, err := net.LookupHost("localhost")
	println("dial", err == nil)
}
