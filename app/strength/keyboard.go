package strength

import "strings"

// rows is the keyboard of the United States without and with Shift.
var rows = [2][4]string{
	{"`1234567890-=", " qwertyuiop[]\\", " asdfghjkl;'", " zxcvbnm,./"},
	{"~!@#$%^&*()_+", " QWERTYUIOP{}|", " ASDFGHJKL:\"", " ZXCVBNM<>?"},
}

// directions are the ways to the next key, as rows down and columns right:
// along a row, and down and up in both slants.
var directions = [6][2]int{{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {1, -1}, {-1, 1}}

// lowerKey returns the character that a key gives without Shift.
func lowerKey(b byte) byte {
	row, column := place(b)
	if column < 0 {
		return b
	}
	return rows[0][row][column]
}

func nextKey(b byte, direction int) byte {
	row, column := place(b)
	if column < 0 {
		return 0
	}
	row, column = row+directions[direction][0], column+directions[direction][1]
	if row < 0 || row > 3 || column < 0 || column >= len(rows[0][row]) {
		return 0
	}
	return rows[0][row][column]
}

func place(b byte) (row, column int) {
	for _, shift := range rows {
		for row, keys := range shift {
			if column := strings.IndexByte(keys, b); column >= 0 && b != ' ' {
				return row, column
			}
		}
	}
	return 0, -1
}
