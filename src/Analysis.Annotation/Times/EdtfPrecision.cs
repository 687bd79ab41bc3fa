namespace Analysis;

/// <summary>Precision of an <see cref="Edtf"/> date, from coarse to fine.</summary>
public enum EdtfPrecision
{
    /// <summary>A hundred years, such as <c>19XX</c>.</summary>
    Century,

    /// <summary>Ten years, such as <c>198X</c>.</summary>
    Decade,

    /// <summary>A year, such as <c>2014</c>.</summary>
    Year,

    /// <summary>A season, quarter, third or half of a year, such as <c>2016-22</c>.</summary>
    Season,

    /// <summary>A month, such as <c>2020-01</c>.</summary>
    Month,

    /// <summary>An ISO week, Monday to Sunday, such as <c>2020-W13</c>.</summary>
    Week,

    /// <summary>A day, such as <c>2020-01-03</c>.</summary>
    Day,

    /// <summary>Morning, afternoon, evening or night of a day, such as <c>2020-03-31TNI</c>.</summary>
    PartOfDay,

    /// <summary>A minute of a day, such as <c>2021-07-05T14:45</c>.</summary>
    Minute,
}
