"""Ed25519 as RFC 8032 writes it down: for a thief who signs with a key of his own. Slow, and not for secrets."""
import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def _x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    return P - x if x & 1 != sign else x


def _point(y, sign):
    x = _x(y, sign)
    return x, y, 1, x * y % P


BASE = _point(4 * pow(5, P - 2, P) % P, 0)


def _add(left, right):
    a, b = (left[1] - left[0]) * (right[1] - right[0]) % P, (left[1] + left[0]) * (right[1] + right[0]) % P
    c, d = 2 * left[3] * right[3] * D % P, 2 * left[2] * right[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    sum_ = (0, 1, 1, 0)
    while number:
        if number & 1:
            sum_ = _add(sum_, point)
        point, number = _add(point, point), number >> 1
    return sum_


def _packed(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _secret(seed):
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little")
    return number & (1 << 254) - 8 | 1 << 254, digest[32:]


def _number(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little") % L


def public(seed):
    return _packed(_times(_secret(seed)[0], BASE))


def sign(seed, message):
    secret, prefix = _secret(seed)
    nonce = _number(prefix + message)
    first = _packed(_times(nonce, BASE))
    return first + ((nonce + _number(first + public(seed) + message) * secret) % L).to_bytes(32, "little")
