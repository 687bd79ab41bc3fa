using System.Globalization;

namespace Analysis.Tests.Frames;

public static class Cultures
{
    /// <summary>What a function gives under the invariant culture, one that writes dates by another calendar, and a usual one.</summary>
    public static IReadOnlyList<T> Each<T>(Func<T> function)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var results = new List<T>();
            foreach (var name in new[] { "", "ar-SA", "en-US", "de-DE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                results.Add(function());
            }
            return results;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
