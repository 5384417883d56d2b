// Package netip takes the place of the standard library's net/netip in the page, and
// nowhere else.
//
// The package net/url asks it whether an address in brackets is one of IPv6. The page
// knows one address with a host, its own, and that the browser has read already. The real
// package makes tables when a program starts, which ask much of the runtime.
package netip

// Addr stands for an address of IPv6.
type Addr struct{}

// ParseAddr takes what stands in brackets for an address.
func ParseAddr(string) (Addr, error) { return Addr{}, nil }

// Is4 reports that it is none of IPv4.
func (Addr) Is4() bool { return false }
