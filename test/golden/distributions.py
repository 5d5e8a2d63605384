"""Writes distributions.json: quantities of basic distributions at 50 digits (mpmath). Run: python3 distributions.py"""

import json
import os

import mpmath as mp

mp.mp.dps = 50


def number(x):
    return float(mp.nstr(x, 20))


def beta(a, b, x):
    return mp.betainc(a, b, 0, x, regularized=True)


def student(t, nu):
    tail = beta(mp.mpf(nu) / 2, mp.mpf(1) / 2, nu / (nu + t * t)) / 2
    return tail if t < 0 else 1 - tail


def root(f, low, high):
    for _ in range(400):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return (low + high) / 2


rows = []


def row(name, arguments, value):
    rows.append({"in": {"function": name, "arguments": arguments}, "out": number(value)})


for x in [-37, -20.5, -8, -5.66, -5, -3, -1.96, -1, -0.7, -0.67, -0.3, 0, 1e-9, 0.5, 0.68, 1, 2.5, 5.65, 5.7, 10, 37.5]:
    X = mp.mpf(x)
    tail = mp.erfc(X / mp.sqrt(2)) / 2
    row("normalDensity", [x], mp.npdf(X))
    row("normalCdf", [x], mp.erfc(-X / mp.sqrt(2)) / 2)
    row("normalTail", [x], tail)
    row("normalHazard", [x], mp.npdf(X) / tail)
for p in [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.005, 0.025, 0.07, 0.08, 0.3, 0.4999, 0.6, 0.9, 0.95, 0.975, 0.995, 0.9999]:
    P = mp.mpf(p)
    row("normalQuantile", [p], root(lambda x: mp.erfc(-x / mp.sqrt(2)) / 2 - P, mp.mpf(-40), mp.mpf(10)))
for a in [0.5, 1, 2.5, 10, 100.5, 1000]:
    for b in [0.5, 1, 3, 17, 250, 10000]:
        for f in [0.01, 0.5, 0.97, 1, 1.2]:
            x = a / (a + b) * f
            if x < 1:
                row("incompleteBeta", [x, a, b], beta(mp.mpf(a), mp.mpf(b), mp.mpf(x)))
for a in [0.5, 1, 3, 47, 420.5]:
    for b in [0.5, 1, 5, 60]:
        for p in [1e-12, 0.005, 0.025, 0.5, 0.9, 0.999]:
            P = mp.mpf(p)
            x = root(lambda x: beta(mp.mpf(a), mp.mpf(b), x) - P, mp.mpf(0), mp.mpf(1))
            row("incompleteBetaInverse", [p, a, b], x)
for nu in [0.5, 1, 2, 3, 9, 29, 99, 999, 9999]:
    for t in [-300, -40, -9, -2, -0.3, -1e-5, 0, 1, 4]:
        row("studentTCdf", [t, nu], student(mp.mpf(t), mp.mpf(nu)))
    for p in [1e-9, 0.0005, 0.025, 0.3, 0.51, 0.975, 0.9995]:
        P = mp.mpf(p)
        row("studentTQuantile", [p, nu], root(lambda t: student(t, mp.mpf(nu)) - P, mp.mpf(-1e20), mp.mpf(1e20)))
for n in [1, 5, 40, 1000, 100000]:
    for p in [1e-5, 0.1, 0.37, 0.5, 0.93]:
        for f in [0, 0.5, 0.9, 1, 1.1, 1.5]:
            k = round(n * p * f)
            if k <= n:
                N, P = mp.mpf(n), mp.mpf(p)
                row("binomialPmf", [k, n, p], mp.binomial(N, k) * P**k * (1 - P) ** (n - k))
                if n <= 1000:
                    row("binomialCdf", [k, n, p], mp.mpf(1) if k == n else beta(N - k, mp.mpf(k + 1), 1 - P))
                    row("binomialAtLeast", [k, n, p], mp.mpf(1) if k == 0 else beta(mp.mpf(k), N - k + 1, P))

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "distributions.json"), "w") as file:
    head = {
        "family": "distributions",
        "definition": "normal density, cdf, upper tail, hazard, quantile; regularised incomplete beta (x, a, b) and its inverse "
        "(p, a, b); Student's t cdf (t, degrees) and quantile; binomial pmf (k, n, p), P(X<=k), P(X>=k). Arguments are the doubles "
        "as written. Computed by distributions.py.",
        "count": len(rows),
    }
    text = json.dumps(head, indent=1)[:-2] + ',\n "rows": [\n'
    file.write(text + ",\n".join("  " + json.dumps(r) for r in rows) + "\n]}\n")
