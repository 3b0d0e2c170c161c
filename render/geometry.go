package render

// A Geometry is a picture as coordinates: pixels from the top left corner of the page, y downwards.
// [SVG] draws the same picture, with title, headings, legend and source around the cards.
type Geometry struct {
	Width       float64  `json:"width"`
	Height      float64  `json:"height"`
	RightToLeft bool     `json:"rightToLeft,omitempty"` // the first column is on the right
	Columns     []Column `json:"columns"`
	Cards       []Card   `json:"cards"` // column by column, in each from top to bottom
	Links       []Link   `json:"links"` // every link from stone to stone, pathway by pathway
	Hubs        []Hub    `json:"hubs,omitempty"`
}

// A Column is where the cards of one column of the map stand. One without cards has its place too.
type Column struct {
	ID      string   `json:"id"`
	X       float64  `json:"x"`
	Width   float64  `json:"width"`
	Y       float64  `json:"y"`       // top of its heading
	Heading []string `json:"heading"` // its lines
}

// A Card is one stepping stone: a box with its text.
type Card struct {
	Stone    string   `json:"stone"`
	Column   string   `json:"column"`
	X        float64  `json:"x"` // of the top left corner
	Y        float64  `json:"y"`
	Width    float64  `json:"width"`
	Height   float64  `json:"height"`
	Lines    []string `json:"lines"`              // its text, broken into lines that fit
	Pathways []string `json:"pathways,omitempty"` // those that it is drawn for
}

// A Link is one link from stone to stone in one pathway. Its points are joined by curves that leave
// and arrive level, so that no link runs behind a card; through columns that it passes it runs
// straight between two cards. The first and the last point lie on the edges of its cards. Links of
// one step that is drawn through a [Hub] share their ways.
type Link struct {
	Pathway string  `json:"pathway"`
	From    string  `json:"from"`
	To      string  `json:"to"`
	Effect  string  `json:"effect,omitempty"` // "positive", "negative", or "" where not stated
	Points  []Point `json:"points"`
}

// A Point is x and y.
type Point [2]float64

// A Hub is the point through which all links of one step pass, where each of its stones leads to each
// of the next.
type Hub struct {
	Pathway string   `json:"pathway"`
	From    []string `json:"from"` // the stones on the one side
	To      []string `json:"to"`   // and on the other
	At      []Point  `json:"at"`   // one point; two where links pass a column in between
}
