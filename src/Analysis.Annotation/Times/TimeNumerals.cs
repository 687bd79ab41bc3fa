namespace Analysis;

/// <summary>
/// Reads numbers in words: a chain of words of one class. Descending values are added (<c>ألف وتسعمئة وثمانين</c>); a larger value directly
/// after a smaller one multiplies it (<c>خمسة آلاف</c>).
/// </summary>
internal sealed class TimeNumerals(TimeWords words)
{
    // 999,999 has nine words.
    private const int LongestNumber = 16;

    /// <summary>Reads the longest number that begins at a token with the given stem.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="token">The first token.</param>
    /// <param name="stem">Its form without proclitics.</param>
    /// <param name="of">The class, <see cref="TimeWords.Cardinal"/> or <see cref="TimeWords.Ordinal"/>.</param>
    /// <param name="end">Token after the last token of the number.</param>
    /// <returns>The number; −1 if there is none.</returns>
    public int Read(TokenStream tokens, int token, int stem, int of, out int end)
    {
        end = token;
        var current = ValueOf(stem, of);
        if (current < 0) return -1;
        end = token + 1;
        var total = 0;
        while (end < tokens.Count && end - token < LongestNumber && !tokens.AfterBreak[end])
        {
            // Without و between the words: three hundred, five thousand, eighteen.
            var next = ValueOf(tokens.Form[end], of);
            if (next < 0 && of == words.Ordinal) next = ValueOf(tokens.Form[end], words.Cardinal) == 10 ? 10 : -1;
            if (next is 100 or 1000 && current < next)
            {
                current *= next;
            }
            else if (next == 10 && current < 10)
            {
                current += next;
            }
            else
            {
                next = Joined(tokens, end, of);
                if (next < 0) break;
                if (current is >= 1 and < 10 && next is >= 20 and < 100)
                {
                    current += next;
                }
                else if (current >= 100 && next < Magnitude(current))
                {
                    // A thousand and nine hundred: the next word may multiply the new value.
                    total += current;
                    current = next;
                }
                else
                {
                    break;
                }
            }

            end++;
        }

        return total + current;
    }

    private static int Magnitude(int number) => number >= 1000 ? 1000 : number >= 100 ? 100 : 10;

    private int ValueOf(int stem, int of)
    {
        foreach (ref readonly var word in words.BeginningWith(stem))
        {
            if (word.Class == of && word.Forms.Length == 1) return word.Value;
        }

        return -1;
    }

    private int Joined(TokenStream tokens, int token, int of)
    {
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Proclitics != Proclitics.And || reading.Tail != 0) continue;
            var value = ValueOf(reading.Stem, of);
            if (value >= 0) return value;
        }

        return -1;
    }
}
